import Foundation
import Testing

@Suite("Automation on the command line")
struct AutomationTests {
  private func write(_ text: String, to name: String, of shell: Shell) throws {
    try Data(text.utf8).write(to: shell.directory.appendingPathComponent(name))
  }

  private static let manifest = """
    kind: organization
    name: Acme
    ---
    - {kind: workspace, organization: Acme, name: prod, tags: {env: prod}}
    - {kind: workspace, organization: Acme, name: test}
    """

  @Test("A company is planned, applied, pruned, exported and imported, and both exports are equal")
  func company() async throws {
    let shell = try Shell()
    try write(Self.manifest, to: "company.yaml", of: shell)
    let outcome = try await shell.bash(
      """
      set -e
      steward apply -f company.yaml --plan -q
      steward orgs list -o id
      steward apply -f company.yaml -o id | wc -l
      steward apply -f company.yaml
      head -4 company.yaml | steward apply -f - --prune --allow-deletes 1
      steward workspaces list -o jsonl | wc -l
      steward export one -q
      mkdir -m 700 other; cp -p data/master.key other/
      STEWARD_DATA=$PWD/other steward import one
      STEWARD_DATA=$PWD/other steward export | cmp - one
      steward import one || echo "status $?"
      """)
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        + organization  Acme
        + workspace     Acme/prod
            allowed_inference_geos  unrestricted
            default_inference_geo   global
            display_color           #6C5BB9
            tags.env                prod
            workspace_geo           us
        + workspace     Acme/test
            allowed_inference_geos  unrestricted
            default_inference_geo   global
            display_color           #6C5BB9
            workspace_geo           us
        3
        - workspace  Acme/test  Archived permanently.
        1
        status 19

        """)
    #expect(
      outcome.errors == """
        Nothing to change: 3 objects are up to date.
        Done: 0 created, 0 updated, 1 deleted, 2 unchanged.
        Imported 11 objects.
        error: An import needs an empty store, but this one has 6 records and 5 events. \
        Choose another data directory: --data DIR

        """)
  }

  private static let people = """
    kind: organization
    name: Acme
    ---
    - {kind: workspace, name: prod}
    - {kind: member, email: ada@acme.test, name: Ada, role: admin}
    - {kind: member, email: jane@acme.test, name: Jane, role: user}
    - {kind: invite, email: eve@acme.test, role: developer}
    - {kind: key, workspace: prod, name: CI, user: jane@acme.test}
    - {kind: key, name: Upstream, id: apikey_01Rj2N8SVvo6BePZj99NhmiT, value: sk-ant-api03-0123456789abcdefghij}
    - {kind: workspace_member, workspace: prod, email: jane@acme.test, role: workspace_developer}
    """

  @Test("People and keys are planned, applied once and pruned, and their secrets are shown once")
  func people() async throws {
    let shell = try Shell()
    try write(Self.people, to: "all.yaml", of: shell)
    let outcome = try await shell.bash(
      """
      set -e
      steward apply -f all.yaml --plan -q | tee plan | grep -c 'secret' || true
      steward orgs list -o id
      steward apply -f all.yaml -q > applied
      grep -v secret applied | cmp - plan
      sed -n 's/^ *secret  \\(sk-.*\\)/\\1/p' applied > key
      sed -n 's/^ *secret  \\(stw-.*\\)/\\1/p' applied > token
      steward keys verify --secret-file key -q | head -1
      steward apply -f all.yaml
      echo correct horse battery staple > password; chmod 600 password
      steward invites accept --invite-file token --password-file password --name Eve -q > accepted
      steward apply -f all.yaml
      sed '/Upstream/d; /kind: workspace_member/d' all.yaml > less.yaml
      steward apply -f less.yaml --prune --allow-deletes 1 -q || echo "status $?"
      steward apply -f less.yaml --prune --allow-deletes 2
      """)
    #expect(outcome.status == 0)
    let pruned = """
      - workspace_member  Acme/prod/jane@acme.test
      - key               Acme/Default/Upstream  Archived permanently.
      """
    #expect(outcome.output == "0\nvalid            true\n\(pruned)\nstatus 19\n\(pruned)\n")
    #expect(
      outcome.errors == """
        Nothing to change: 8 objects are up to date.
        Nothing to change: 8 objects are up to date.
        error: Deletes needed: 2; allowed: 1. Nothing is changed. To allow them: --allow-deletes 2
        Done: 0 created, 0 updated, 2 deleted, 6 unchanged.

        """)
  }

  @Test("A bad manifest is refused with file and line, and nothing is changed")
  func badManifest() async throws {
    let shell = try Shell()
    try write(Self.manifest + "\n- {kind: workspace, nmae: x}\n", to: "bad.yaml", of: shell)
    let unread = try await shell.steward("apply", "-f", "bad.yaml")
    #expect(unread.status == 13)
    #expect(unread.errors.contains("bad.yaml:6: workspace has no field 'nmae'"))

    let dangling = "kind: workspace\norganization: Unknown\nname: x"
    let refused = try await shell.steward("apply", "-f", "-", "-o", "json", input: dangling)
    #expect(refused.status == 19)
    #expect(refused.output.contains("ORGANIZATION_NOT_FOUND"))
    #expect(refused.output.contains("stdin:1"))
    #expect(refused.errors.contains("OBJECTS_REFUSED"))
    #expect(try await shell.steward("orgs", "list", "-o", "id").output == "")
  }
}
