#!/bin/sh
# The whole life of a company, from the first run to the move into another data directory, by
# steward and standard tools alone and without a terminal. The script runs in an empty directory.
# STEWARD_DATA names the installation to create. The script works the same with and without a
# daemon.
set -eu
umask 077

# refuses STATUS COMMAND...: checks that the command fails with this exit status, and says why
refuses() {
  expected=$1 status=0
  shift
  "$@" >output 2>errors || status=$?
  [ "$status" = "$expected" ] && grep -q '^error: ' errors && return
  echo "expected exit status $expected and not $status of: $*" >&2
  cat output errors >&2
  exit 1
}

# is WANTED FOUND: checks that both are the same
is() {
  [ "$1" = "$2" ] && return
  echo "expected '$1' and not '$2'" >&2
  exit 1
}

# field NAME: prints the first field of this name in YAML
field() { sed -n "s/^ *$1: \"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" | sed -n 1p; }

echo "The first run"
echo 'correct horse battery staple' >ada.password
steward init --org Acme --name 'Ada Lovelace' --email ada@acme.example \
  --password-file ada.password -q -o yaml >claim
ACME=$(field organization_id <claim)
ADA=$(field user_id <claim)
field admin_key <claim >admin.key
refuses 19 steward init --org Acme --name Eve --email eve@acme.example --password-file ada.password

echo "Organizations"
GLOBEX=$(steward orgs create Globex -o id)
is "$GLOBEX $ACME" "$(echo $(steward orgs list -o id))"
steward orgs update "$ACME" --name 'Acme Robotics' -q -o id
refuses 13 steward orgs create ''
refuses 15 steward orgs get 01a20ac7-f99f-7000-8308-317d0627c2c5
refuses 64 steward orgs delete "$GLOBEX"
refuses 13 steward orgs delete "$GLOBEX" --confirm Globix
steward orgs delete "$GLOBEX" --confirm Globex -o id

echo "People"
steward users invite grace@acme.example --role developer -o yaml | field token >grace.invite
refuses 16 steward users invite grace@acme.example --role developer
echo 'another long password' >grace.password
GRACE=$(steward invites accept --invite-file grace.invite --name 'Grace Hopper' \
  --password-file grace.password -o yaml | field user_id)
refuses 19 steward invites accept --invite-file grace.invite --password-file grace.password
TIM=$(steward users add tim@acme.example --name Tim --role user -o id)
steward users update "$TIM" --role billing -o id
is billing "$(steward users get "$TIM" -o yaml | field role)"
steward users reset-password "$TIM" -q -o yaml | field token >tim.reset
echo 'a password of his own' >tim.password
steward auth reset-password --reset-file tim.reset --password-file tim.password -q -o id
refuses 19 steward auth reset-password --reset-file tim.reset --password-file ada.password
refuses 19 steward users update "$ADA" --role user
refuses 13 steward users add bob --name Bob --role user

echo "Workspaces and who works in them"
PROD=$(steward workspaces create Production --tag env=prod -o id)
LAB=$(steward workspaces create Lab -o id)
ETAG=$(steward workspaces get "$PROD" -o yaml | field etag)
steward workspaces update "$PROD" --tag team=core --if-match "$ETAG" -o id
refuses 20 steward workspaces update "$PROD" --name Prod --if-match "$ETAG"
steward workspaces members add "$PROD" "$GRACE" --role workspace_user -o id
steward workspaces members update "$PROD" "$GRACE" --role workspace_developer -o id
is "$GRACE" "$(steward workspaces members list "$PROD" -o id)"
refuses 19 steward workspaces members add "$PROD" "$ADA" --role workspace_user
steward workspaces archive "$LAB" -o id
refuses 19 steward workspaces update "$LAB" --name Laboratory

echo "Keys that are issued here"
steward keys issue CI --workspace "$PROD" --user "$GRACE" -q -o yaml >issued
CI=$(field id <issued)
field secret <issued >ci.secret
is "$CI" "$(steward keys verify --secret-file ci.secret -o yaml | field id)"
sed 's/.$//' ci.secret >torn.secret
refuses 26 steward keys verify --secret-file torn.secret
steward keys rotate "$CI" --overlap 1h -q -o yaml | field secret >ci.new-secret
steward keys verify --secret-file ci.secret -o id
steward keys verify --secret-file ci.new-secret -o id
steward keys update "$CI" --status inactive -o id
refuses 26 steward keys verify --secret-file ci.new-secret
steward keys update "$CI" --status active -o id
steward keys verify --secret-file ci.new-secret -o id
steward keys revoke "$CI" -o id
refuses 26 steward keys verify --secret-file ci.new-secret
refuses 19 steward keys rotate "$CI"

echo "Keys of elsewhere"
echo 'sk-ant-api03-R2D2-and-what-else-is-in-it-igAA' >upstream.key
UPSTREAM=apikey_01Rj2N8SVvo6BePZj99NhmiT
steward keys register "$UPSTREAM" --value-file upstream.key --hint sk-ant-api03-R2D...igAA -o id
steward keys reveal "$UPSTREAM" -q -o yaml | field value | cmp - upstream.key
refuses 19 steward keys reveal "$CI"
is "$UPSTREAM" "$(steward keys list --status active -o id)"
steward users link-key "$GRACE" "$UPSTREAM" -o id

echo "Admin keys"
is "$ACME" "$(steward orgs list --token-file admin.key -o id)"
refuses 17 steward orgs create Evil --token-file admin.key
steward admin-keys create Deployment -q -o yaml >made
field secret <made >deployment.key
steward users list --token-file deployment.key -o id
steward admin-keys revoke "$(field id <made)" -o id
refuses 26 steward users list --token-file deployment.key

echo "Sessions"
refuses 26 steward auth login --email ada@acme.example --password-file grace.password
steward auth login --email ada@acme.example --password-file ada.password --label laptop -q -o id
is "$ADA" "$(steward auth whoami --session -o yaml | field id)"
steward auth refresh -q -o id
is laptop "$(steward auth sessions --session -o yaml | field label)"
steward auth logout -q -o id
refuses 26 steward auth whoami --session

echo "What manifests wish for"
cat >company.yaml <<END
- {kind: organization, name: Initech}
- {kind: workspace, organization: Initech, name: Production, tags: {env: prod}}
- {kind: member, organization: Initech, email: peter@initech.example, name: Peter, role: admin}
- {kind: member, organization: Initech, email: milton@initech.example, name: Milton, role: user}
- {kind: invite, organization: Initech, email: bob@initech.example, role: developer}
- kind: workspace_member
  organization: Initech
  workspace: Production
  email: milton@initech.example
  role: workspace_developer
- {kind: key, organization: Initech, workspace: Production, name: Reports}
- {kind: key, organization: Initech, id: apikey_02Rj2N8SVvo6BePZj99NhmiT, value: $(cat upstream.key)}
- {kind: workspace, organization: Initech, name: Staging}
END
steward apply -f company.yaml --plan -q | grep -c '^+'
is "$ACME" "$(steward orgs list -o id)"
steward apply -f company.yaml -q -o yaml | sed -n 's/^ *secret: \(sk-.*\)/\1/p' >reports.secret
steward keys verify --secret-file reports.secret -o id
is '' "$(steward apply -f company.yaml -q)"
sed '$d' company.yaml >smaller.yaml
refuses 19 steward apply -f smaller.yaml --prune
steward apply -f smaller.yaml --prune --allow-deletes 1 -q
echo 'kind: wokspace' >wrong.yaml
refuses 13 steward apply -f wrong.yaml

echo "Many calls at once"
cat >calls <<END
{"id": "a", "method": "Users/Get", "request": {"organization_id": "$ACME", "id": "$TIM"}}
{"id": "b", "method": "Users/Get", "request": {"organization_id": "$ACME", "id": "$GRACE"}}
END
is 2 "$(steward batch calls | grep -c '"response"')"
echo '{"method": "Users/Gte"}' >calls
refuses 22 steward batch calls

echo "A member leaves"
is "$UPSTREAM" "$(steward users remove "$GRACE" --org "$ACME" --dry-run -q | awk '$1 == "ended" {print $2}')"
is active "$(steward keys get "$UPSTREAM" -o yaml | field status)"
steward users remove "$GRACE" --org "$ACME" -o id
is archived "$(steward keys get "$UPSTREAM" -o yaml | field status)"
refuses 15 steward users get "$GRACE" --org "$ACME"

echo "What was done, and by which callers"
steward watch --from 1 --once -o jsonl >events
is "$(wc -l <events)" "$(steward audit list --all -o jsonl | wc -l)"
# Each action is a noun and a verb, so that a filter can hold it.
is '' "$(sed 's/.*"action":"\([^"]*\)".*/\1/' events | grep -Ev '^[a-z_]+\.[a-z_]+$')"
steward audit list --filter action=user.,actor=operator/ -o jsonl | grep -q "$TIM"
steward audit verify -o yaml | grep -q '^intact: true'
steward doctor -q >/dev/null

echo "Moving into another house"
steward backup copy.backup -q
steward export first.export -q
for house in new restored; do
  mkdir "$house"
  cp "$STEWARD_DATA/master.key" "$house"
done
STEWARD_DATA=$PWD/new steward import first.export -q
STEWARD_DATA=$PWD/new steward export second.export -q
cmp first.export second.export
refuses 19 env STEWARD_DATA="$PWD/new" steward import first.export
is "$ACME" "$(STEWARD_DATA=$PWD/new steward orgs list --token-file admin.key -o id)"
STEWARD_DATA=$PWD/restored steward restore copy.backup -q
STEWARD_DATA=$PWD/restored steward export third.export -q
# Leaves out the header, the seal at the end, and the event about the restore.
sed '1d; $d' first.export >first.lines
sed '1d; $d; /"store.restored"/d' third.export | cmp - first.lines
STEWARD_DATA=$PWD/restored steward audit verify -o yaml | grep -q '^intact: true'
head -c 1000 copy.backup >torn.backup
refuses 25 env STEWARD_DATA="$PWD/restored" steward restore torn.backup

echo "The end"
