"""Drives every operation of the Admin API by the vendor's own SDK, as a program written for the vendor's service does.

Usage: admin_client.py URL KEY API_KEY_ID
Of the SDK either major version: they speak different versions of the API. API_KEY_ID is a key of the organization, which
can't be made by this API.
"""

import sys

import anthropic

SPEAKS_2026 = int(anthropic.__version__.split(".")[0]) >= 2


def refused(error_type, status, call, code=None):
    """Calls, and expects to be refused like this."""
    try:
        response = call()
    except error_type as error:
        assert error.status_code == status, error
        assert error.request_id and error.request_id.startswith("req_"), error.request_id
        assert error.body["type"] == "error", error.body
        details = error.body["error"].get("details") or {}
        assert details.get("error_code") == code, error.body
        return
    raise AssertionError(f"not refused: {response}")


def organization(client):
    info = client.organization.retrieve()
    assert info.type == "organization" and info.name == "Acme", info
    raw = client.organization.with_raw_response.retrieve()
    assert raw.headers["anthropic-organization-id"] == info.id
    assert raw.headers["request-id"].startswith("req_")


def invites(client):
    invites = client.organization.invites
    made = invites.create(email="jane@example.com", role="developer")
    assert (made.type, made.status, made.role) == ("invite", "pending", "developer"), made
    assert (made.expires_at - made.invited_at).days == 21
    assert made.accepted_at is None and made.rbac_group_ids == []
    assert invites.retrieve(made.id) == made
    assert [each.id for each in invites.list(statuses=["pending"], roles=["developer"])] == [made.id]
    assert list(invites.list(email="JANE+x@example.com")) == [made]
    refused(
        anthropic.BadRequestError, 400,
        lambda: invites.create(email="Jane@example.com", role="user"), "invite_already_exists")
    refused(
        anthropic.BadRequestError, 400,
        lambda: invites.create(email="ada@example.com", role="user"), "already_member")
    refused(
        anthropic.BadRequestError, 400, lambda: invites.create(email="a@example.com", role="admin"))
    assert invites.delete(made.id).type == "invite_deleted"
    assert list(invites.list()) == []
    assert invites.retrieve(made.id).status == "deleted"
    refused(anthropic.BadRequestError, 400, lambda: invites.delete(made.id))


def users(client):
    users = client.organization.users
    everybody = list(users.list())
    admin = next(user for user in everybody if user.role == "admin")
    bob = next(user for user in everybody if user.email == "bob@example.com")
    assert users.retrieve(bob.id) == bob
    assert users.update(bob.id, role="developer").role == "developer"
    assert [user.id for user in users.list(roles=["developer", "billing"])] == [bob.id]
    assert [user.id for user in users.list(email="BOB+x@example.com")] == [bob.id]
    refused(anthropic.BadRequestError, 400, lambda: users.update(bob.id, role="admin"))
    refused(anthropic.BadRequestError, 400, lambda: users.update(admin.id, role="user"))
    refused(anthropic.BadRequestError, 400, lambda: users.remove(admin.id))
    refused(
        anthropic.NotFoundError, 404, lambda: users.retrieve("user_1FEwknxGiCAysEkBouSoPAZJ"))
    if SPEAKS_2026:
        assert client.beta.organization.users.sign_out(bob.id).id == bob.id
    return bob


def workspaces(client):
    workspaces = client.organization.workspaces
    made = workspaces.create(
        name="Production", display_color="#112233", tags={"env": "dev", "team": "x"},
        data_residency={"allowed_inference_geos": ["us"], "default_inference_geo": "us"})
    assert made.type == "workspace" and made.archived_at is None, made
    assert made.data_residency.allowed_inference_geos == ["us"]
    assert made.data_residency.workspace_geo == "us"
    assert made.external_key_id is None and len(made.compartment_id) == 36
    assert workspaces.retrieve(made.id) == made
    changed = workspaces.update(
        made.id, name="Prod", tags={"env": "prod", "team": None},
        data_residency={"allowed_inference_geos": "unrestricted"})
    assert (changed.name, changed.tags) == ("Prod", {"env": "prod"}), changed
    assert changed.display_color == "#112233"
    assert changed.data_residency.allowed_inference_geos == "unrestricted"
    refused(anthropic.BadRequestError, 400, lambda: workspaces.create(name=""))
    refused(
        anthropic.BadRequestError, 400,
        lambda: workspaces.update(made.id, extra_body={"description": "x"}))
    return changed


def pages(client):
    """The SDK's own pager walks lists in both directions."""
    workspaces = client.organization.workspaces
    for number in range(4):
        workspaces.create(name=f"Page {number}")
    everything = [each.id for each in workspaces.list(limit=1000)]
    assert [each.id for each in workspaces.list(limit=2)] == everything
    nearest = workspaces.list(limit=2, before_id=everything[-1])
    assert [each.id for each in nearest.data] == everything[-3:-1]
    assert [each.name for each in workspaces.list(include_default=True)][-1] == "Default"
    refused(anthropic.BadRequestError, 400, lambda: workspaces.list(limit=1001))
    if SPEAKS_2026:
        assert [each.id for each in workspaces.list(ids=everything[:1])] == everything[:1]


def members(client, workspace, user):
    members = client.organization.workspaces.members
    added = members.add(workspace.id, user_id=user.id, workspace_role="workspace_user")
    assert added.type == "workspace_member" and added.user_id == user.id, added
    assert members.retrieve(user.id, workspace_id=workspace.id) == added
    assert list(members.list(workspace.id)) == [added]
    changed = members.update(
        user.id, workspace_id=workspace.id, workspace_role="workspace_developer")
    assert changed.workspace_role == "workspace_developer"
    refused(
        anthropic.BadRequestError, 400,
        lambda: members.add(workspace.id, user_id=user.id, workspace_role="workspace_user"))
    removed = members.remove(user.id, workspace_id=workspace.id)
    assert removed.type == "workspace_member_deleted" and removed.user_id == user.id, removed
    refused(
        anthropic.NotFoundError, 404,
        lambda: members.retrieve(user.id, workspace_id=workspace.id))


def api_keys(client, key_id):
    keys = client.organization.api_keys
    key = keys.retrieve(key_id)
    assert (key.type, key.status, key.principal) == ("api_key", "active", None), key
    assert key.scope.type == "workspace" and key.scope.workspace_id.startswith("wrkspc_")
    assert key.partial_key_hint and key.created_by is None
    raw = key.to_dict()
    assert ("workspace_id" in raw) == (not SPEAKS_2026), raw
    assert SPEAKS_2026 or raw["workspace_id"] is None
    assert [each.id for each in keys.list(workspace_id=key.scope.workspace_id)] == [key_id]
    assert keys.update(key_id) == key
    assert keys.update(key_id, name="Renamed", status="inactive").status == "inactive"
    assert [each.id for each in keys.list(status="inactive")] == [key_id]
    assert keys.update(key_id, status="active").name == "Renamed"


def farewell(client, workspace, user):
    archived = client.organization.workspaces.archive(workspace.id)
    assert archived.archived_at is not None
    assert client.organization.workspaces.archive(workspace.id) == archived
    assert archived in list(client.organization.workspaces.list(include_archived=True))
    assert client.organization.users.remove(user.id).type == "user_deleted"
    refused(
        anthropic.NotFoundError, 404, lambda: client.organization.users.retrieve(user.id))


def main(url, key, key_id):
    client = anthropic.Anthropic(base_url=url, api_key=key, max_retries=0)
    organization(client)
    invites(client)
    user = users(client)
    workspace = workspaces(client)
    pages(client)
    members(client, workspace, user)
    api_keys(client, key_id)
    farewell(client, workspace, user)
    stranger = anthropic.Anthropic(base_url=url, api_key="unknown", max_retries=0)
    refused(anthropic.AuthenticationError, 401, stranger.organization.retrieve)
    print(f"anthropic {anthropic.__version__}: every operation")


if __name__ == "__main__":
    main(*sys.argv[1:])
