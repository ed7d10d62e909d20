"""Sessions go on where they can, and end in one page where they can't. (T2, T3)"""

import pytest

from console import ACCESS, REFRESH, SETTINGS


def _end_sessions(server, person):
    server.call("Sessions/RevokeAll", user_id=person.id)


def test_page_without_access(admin, place):
    """A page whose access cookie is gone comes at once, with new cookies."""
    admin.without_cookies(ACCESS)
    response = admin.go(place.path + "/workspaces")
    assert response.status == 200
    assert response.request.redirected_from is None
    assert {ACCESS, REFRESH} <= admin.cookie_names()


def test_form_without_access(admin, place, server):
    """A form whose access cookie is gone is sent once, and does what it says."""
    admin.go(place.path + "/workspaces/new")
    admin.fill(name="After the pause")
    admin.without_cookies(ACCESS)
    admin.send()
    assert admin.row_with("After the pause").count() == 1
    assert place.counts()["workspace"] == 1


def test_stream_without_access(admin, place):
    """The stream of changes goes on when the access cookie is gone."""
    admin.without_cookies(ACCESS)
    with admin.page.expect_response("**/console/events") as stream:
        admin.go(place.path + "/workspaces")
    assert stream.value.status == 200


def test_ended_session(open_browser, place, server, traffic):
    """A session that was ended elsewhere gets one page with the login form, at its own address, and
    its cookies are gone."""
    person = place.person("admin")
    console = open_browser(person)
    _end_sessions(server, person)
    path = place.path + "/workspaces"
    before = len(traffic.requests)
    response = console.go(path)
    assert response.status == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert console.path == path
    assert not {ACCESS, REFRESH} & console.cookie_names()
    pages = [request for request in traffic.requests[before:] if request.is_navigation_request()]
    assert len(pages) == 1


def test_live_page_of_an_ended_session(open_browser, place, server, traffic):
    """An open page whose session ends says so, and then asks for nothing more."""
    person = place.person("admin")
    console = open_browser(person)
    with console.page.expect_response("**/console/events"):
        console.go(place.path + "/workspaces")
    _end_sessions(server, person)
    console.page.locator("#notices .warning a").wait_for()
    before = len(traffic.requests)
    console.page.clock.install()
    console.page.clock.fast_forward("00:10:00")
    console.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert len(traffic.requests) == before


@pytest.mark.parametrize("tabs", [2, 10])
def test_tabs_refresh_at_once(open_browser, place, tabs):
    """Tabs that are loaded again at once without the access cookie all keep the session."""
    console = open_browser(place.person("admin"))
    pages = [console.page] + [console.page.context.new_page() for _ in range(tabs - 1)]
    for page in pages:
        page.goto(console.origin + place.path + "/workspaces")
    console.without_cookies(ACCESS)
    for page in pages:
        page.evaluate("() => { setTimeout(() => location.reload()) }")
    for page in pages:
        page.wait_for_load_state()
        page.locator("header.top nav.sections").wait_for()
        assert page.locator("form[action='/console/login']").count() == 0


def test_eleven_tabs(open_browser, place, traffic):
    """Ten open pages hold one stream together, so an eleventh loads."""
    console = open_browser(place.person("admin"))
    pages = [console.page.context.new_page() for _ in range(11)]
    for page in pages:
        assert page.goto(console.origin + place.path + "/workspaces").status == 200
    assert pages[-1].locator("main table.list").count() == 1
    assert 1 <= len([one for one in traffic.to("/console/events") if one.failure is None]) <= 11


def test_stream_is_taken_over(open_browser, place):
    """When the tab that listens is closed, another one does, and changes still arrive."""
    console = open_browser(place.person("admin"))
    with console.page.expect_response("**/console/events"):
        console.go(place.path + "/workspaces")
    other = console.page.context.new_page()
    other.goto(console.origin + place.path + "/workspaces")
    with other.expect_response("**/console/events"):
        console.page.close()
    place.workspace("Arrives later")
    other.locator("tr", has_text="Arrives later").wait_for()


def test_logout(admin, place):
    """A logout takes the session's cookies and everything that the browser had cached."""
    admin.go("/console/")
    with admin.page.expect_response(lambda response: "/console/logout" in response.url) as left:
        admin.log_out()
    assert "cache" in left.value.all_headers()["clear-site-data"]
    assert admin.cookie_names() <= {SETTINGS}
