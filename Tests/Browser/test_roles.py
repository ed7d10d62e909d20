"""What each role sees drawn is what the server would let it do. (T15)"""

from pathlib import Path

import pytest

from people import ADA, ROLES, Place

MATRIX = Path(__file__).parents[1] / "AuthorizationTests/authorization-matrix.md"

# The methods behind the links of an organization's pages: the page, and the end of the address.
LINKS = {
    "orgs.v1.Orgs/Create": ("/console/orgs", "/orgs/new"),
    "orgs.v1.Orgs/Update": ("/console/orgs", "{org}/edit"),
    "orgs.v1.Orgs/Delete": ("/console/orgs", "{org}/delete"),
    "workspaces.v1.Workspaces/Create": ("{org}/workspaces", "{org}/workspaces/new"),
    "workspaces.v1.Workspaces/Update": ("{org}/workspaces", "{ws}/edit"),
    "workspaces.v1.Workspaces/Archive": ("{org}/workspaces", "{ws}/archive"),
    "workspaces.v1.WorkspaceMembers/Add": ("{org}/workspaces/{ws}", "{ws}/members/new"),
    "users.v1.Users/Add": ("/console/orgs", "{org}/users/new"),
    "keys.v1.Keys/Issue": ("{org}/keys", "/keys/new"),
    "keys.v1.Keys/Register": ("{org}/keys", "/keys/register"),
    "auth.v1.AdminKeys/Create": ("{org}/admin-keys", "/admin-keys/new"),
}


def _matrix() -> dict:
    """Returns where each role may call each method."""
    lines = [line for line in MATRIX.read_text().splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: dict(zip(rows[0], row)) for row in rows[2:]}


def _expected(role: str) -> dict:
    matrix = _matrix()
    return {method: matrix[method][role] in ("all", "own", "yes") for method in LINKS}


def _drawn(console, place, workspace) -> dict:
    def at(text):
        return text.replace("{org}", place.path).replace("{ws}", workspace["id"])

    links = {}
    for page in {page for page, _ in LINKS.values()}:
        is_there = console.go(at(page)).status == 200
        links[page] = console.page.locator("main a[data-dialog]").evaluate_all(
            "links => links.map(link => new URL(link.href).pathname)") if is_there else []
    return {method: any(link.endswith(at(end)) for link in links[page])
            for method, (page, end) in LINKS.items()}


@pytest.mark.parametrize("role", ["super_admin", *ROLES])
def test_drawn_actions(open_browser, place, role):
    """A role sees links to the dialogs that the authorization matrix allows, and no others."""
    workspace = place.workspace()
    person = ADA if role == "super_admin" else place.person(role)
    console = open_browser(person)
    assert _drawn(console, place, workspace) == _expected(role)


@pytest.mark.parametrize("role", ROLES)
def test_another_organization(open_browser, place, server, role):
    """What is in another organization is not there, in the same words as what is nowhere."""
    other = Place.make(server)
    console = open_browser(place.person(role))
    texts = []
    for id in [other.id, "00000000-0000-7000-8000-000000000000"]:
        assert console.go(f"/console/orgs/{id}/workspaces").status == 404
        texts.append(console.page.locator("main").inner_text())
    assert texts[0] == texts[1]
    assert other.name not in texts[0]


def test_refused_page(open_browser, place):
    """A page that a role may not see says so at its own address."""
    console = open_browser(place.person("user"))
    response = console.go(place.path + "/edit")
    assert response.status in (403, 404)
    assert response.request.redirected_from is None
