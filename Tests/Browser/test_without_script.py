"""The console is whole without JavaScript. (T7)"""

import re

import pytest

from people import ADA
from server import PASSWORD


@pytest.fixture
def plain(open_browser, place):
    """The console of an admin whose browser runs no script."""
    return open_browser(place.person("admin"), java_script_enabled=False)


def _secret(console) -> str:
    return console.page.locator("#secret").input_value()


def test_first_run(open_browser, unclaimed):
    """A person claims an installation by typing the code."""
    console = open_browser(origin=unclaimed.origin, java_script_enabled=False)
    console.submit("/console/", code=unclaimed.claim_code(), organization="First", name="Ada",
                   email="ada@example.com", password=PASSWORD)
    assert console.path == "/console/"
    console.log_out()


def test_organization(open_browser, server):
    """A super admin creates, renames and deletes an organization."""
    console = open_browser(ADA, java_script_enabled=False)
    console.submit("/console/orgs/new", name="Without script")
    row = console.row_with("Without script")
    id = row.first.get_attribute("id").removeprefix("row-")
    console.submit(f"/console/orgs/{id}/edit", name="With a new name")
    assert console.row(id).locator("th").inner_text().startswith("With a new name")
    console.submit(f"/console/orgs/{id}/delete", confirm_name="Not its name")
    assert console.problem().count() == 1
    console.submit(f"/console/orgs/{id}/delete", confirm_name="With a new name")
    assert console.row(id).count() == 0


def test_workspace(plain, place):
    """An admin creates, changes and archives a workspace."""
    plain.submit(place.path + "/workspaces/new", name="Plain")
    id = plain.row_with("Plain").get_attribute("id").removeprefix("row-")
    plain.submit(f"{place.path}/workspaces/{id}/edit", name="Changed")
    assert "Changed" in plain.row(id).inner_text()
    plain.submit(f"{place.path}/workspaces/{id}/archive")
    assert plain.row(id).count() == 0


def test_issued_key(plain, place):
    """An admin issues a key, rotates it, links it to a person and archives it."""
    workspace = place.workspace()
    member = place.person("developer")
    plain.go(place.path + "/keys/new")
    plain.fill(name="Plain")
    plain.choose(workspace_id=workspace["id"])
    plain.send()
    former = _secret(plain)
    id = place.server.call("Keys/List", organization_id=place.id)["data"][0]["id"]
    plain.submit(f"{place.path}/keys/{id}/rotate")
    assert _secret(plain) not in ("", former)
    plain.go(f"{place.path}/keys/{id}/link")
    plain.choose(user_id=member.id)
    plain.send()
    assert place.server.call("Keys/Get", id=id)["user_id"] == member.id
    plain.submit(f"{place.path}/keys/{id}/archive")
    assert place.server.call("Keys/Get", id=id)["status"] == "archived"


def test_registered_key(plain, place):
    """An admin registers a key with its id and its value, and nothing else."""
    place.workspace()
    id = "apikey_01Rj2N8SVvo6BePZj99NhmiT"
    plain.go(place.path + "/keys/register")
    visible = plain.form.locator("input:not([type=hidden])")
    assert visible.evaluate_all("fields => fields.map(field => field.name)") == ["id", "value"]
    plain.fill(id=f" {id}\u200b", value="sk-ant-api03-" + "v" * 40 + "nwAA ")
    plain.send()
    assert plain.row(id).count() == 1


def test_invite(open_browser, plain, place):
    """An admin invites a person, who accepts with the token of the link."""
    plain.go(place.path + "/users/new")
    plain.fill(email="new-person@example.com")
    plain.send()
    token = re.search(r"#(?:token=)?(\S+)$", _secret(plain))[1]
    guest = open_browser(java_script_enabled=False)
    guest.submit("/console/invite", token=token, name="New", password=PASSWORD)
    assert guest.path == "/console/"
    assert place.counts()["member"] == 2


def test_person_with_key(open_browser, plain, place, server):
    """A person is added at once with a key that had no owner, and gets a link for a password."""
    key = place.key(place.workspace())["key"]
    plain.go(place.path + "/users/new")
    plain.page.locator("[name=way][value=add]").check()
    plain.fill(email="added-person＠example.com", name="佐藤")
    plain.choose(role="developer", key_id=key["id"])
    plain.send()
    token = re.search(r"#(?:token=)?(\S+)$", _secret(plain))[1]
    user = server.call("Keys/Get", organization_id=place.id, id=key["id"])["user_id"]
    plain.go(f"{place.path}/users/{user}")
    facts = plain.page.locator("main").inner_text()
    assert "佐藤" in facts and "added-person@example.com" in facts and key["partial_key_hint"] in facts
    guest = open_browser(java_script_enabled=False)
    guest.submit("/console/reset", token=token, password=PASSWORD)
    assert guest.path == "/console/"


def test_log_and_plugins(open_browser):
    """A super admin reads the log, verifies it, and sees the plugins."""
    console = open_browser(ADA, java_script_enabled=False)
    console.go("/console/audit")
    assert console.rows().count() > 0
    console.submit("/console/audit/verify")
    assert console.problem().count() == 0
    console.go("/console/plugins")
    assert console.row_with("keys").count() == 1
    console.log_out()
