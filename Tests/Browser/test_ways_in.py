"""The ways in lead to the page that was asked for, and nowhere else. (T4, T5, T16)"""

import http.server
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from console import CHROMIUM
from people import ADA
from server import PASSWORD

LOOPS_BACK = "--host-resolver-rules=MAP *.example.test 127.0.0.1"


@pytest.fixture
def other_site():
    """Another site, whose one page links to whatever its query names."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            target = self.path.partition("?")[2]
            self.wfile.write(f'<!DOCTYPE html><title>x</title><a href="{target}">Go</a>'.encode())

        def log_message(self, *_):
            pass

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    # Another name of this machine is another site.
    yield f"http://localhost:{site.server_port}"
    site.shutdown()
    thread.join()
    site.server_close()


def test_deep_link(open_browser, place):
    """A person who follows a deep link logs in there, and sees that page."""
    console = open_browser()
    path = place.path + "/workspaces"
    assert console.go(path).status == 401
    console.log_in(place.person("admin"), path)
    assert console.path == path


@pytest.mark.parametrize("next", [
    "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)",
    "/console/../auth/whoami", "/console//evil.example", "/rpc/Orgs/List"])
def test_next_elsewhere(open_browser, place, next):
    """A login leads to the dashboard when its form names a place that is no page."""
    console = open_browser()
    console.go("/console/")
    person = place.person("user")
    console.page.locator("[name=next]").evaluate("(field, next) => { field.value = next }", next)
    console.fill(email=person.email, password=PASSWORD)
    console.send()
    assert console.page.url == console.origin + "/console/"


def test_link_from_another_site(open_browser, place, other_site, traffic):
    """A link from another site shows the page to a person who is logged in, after one reload."""
    traffic.origins.add(other_site)
    console = open_browser(place.person("admin"))
    path = place.path + "/workspaces"
    console.page.goto(f"{other_site}/?{console.origin}{path}")
    before = len(traffic.to(path))
    console.page.locator("a").click()
    console.page.locator("h1").wait_for()
    assert console.page.locator("header.top nav.sections").count() == 1
    assert len(traffic.to(path)) == before + 2


def test_link_from_another_site_without_session(open_browser, place, other_site, traffic):
    """A link from another site shows the login to everyone else, after one reload."""
    traffic.origins.add(other_site)
    console = open_browser()
    console.page.goto(f"{other_site}/?{console.origin}{place.path}")
    console.page.locator("a").click()
    console.page.locator("form[action='/console/login']").wait_for()
    assert len(traffic.to(place.path)) == 2


def test_plain_http_elsewhere(playwright, server):
    """Over plain HTTP from elsewhere, the console explains itself and asks for no password."""
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", LOOPS_BACK])
    page = browser.new_page()
    page.goto(server.origin.replace("127.0.0.1", "steward.example.test") + "/console/")
    assert page.locator("[type=password]").count() == 0
    assert "--tls-certificate" in page.locator("main").inner_text()
    browser.close()


def test_blocked_cookies(open_browser, place):
    """A browser that keeps no cookies is told so after its login, once."""
    console = open_browser()
    person = place.person("user")

    def log_in_without_cookies(route):
        response = route.fetch(max_redirects=0)
        assert response.status == 303
        console.page.context.clear_cookies()
        headers = response.headers
        del headers["set-cookie"]
        route.fulfill(status=303, headers=headers)

    console.page.route("**/console/login", log_in_without_cookies)
    console.go("/console/")
    console.fill(email=person.email, password=PASSWORD)
    console.send()
    assert console.path == "/console/entered"
    assert "kept no session" in console.page.locator("h1").inner_text()


def test_wrong_password(open_browser, place):
    """A wrong password gets the form again with the address that was typed, but no password."""
    console = open_browser()
    person = place.person("user")
    console.go("/console/")
    console.fill(email=person.email, password="not this one at all")
    console.send()
    assert console.problem().inner_text()
    assert console.form.locator("[name=email]").input_value() == person.email
    assert console.form.locator("[name=password]").input_value() == ""


def _claim(console, code, organization="First"):
    console.go(f"/console/#code={code}")
    console.page.wait_for_function("() => !location.hash")
    console.fill(organization=organization, name=ADA.name, email=ADA.email, password=PASSWORD)
    console.send()


def test_claim(open_browser, unclaimed):
    """The code in the link's fragment claims the installation; it is in no address and no log."""
    code = unclaimed.claim_code()
    console = open_browser(origin=unclaimed.origin)
    _claim(console, code)
    assert console.path == "/console/"
    assert console.page.locator("[aria-labelledby=first-steps] li").count() == 3
    assert code not in console.page.url and code not in unclaimed.log.read_text()
    assert open_browser(origin=unclaimed.origin).go("/console/").status == 401


def test_wrong_claim_code(open_browser, unclaimed):
    """A wrong code is refused, and what was typed stays."""
    unclaimed.claim_code()
    console = open_browser(origin=unclaimed.origin)
    _claim(console, "wrong")
    assert console.problem().count() == 1
    assert console.form.locator("[name=organization]").input_value() == "First"
    assert console.form.locator("[name=password]").input_value() == ""


def test_replaced_claim_code(open_browser, unclaimed):
    """A code that was replaced by a newer one is refused."""
    former = unclaimed.claim_code()
    unclaimed.claim_code()
    console = open_browser(origin=unclaimed.origin)
    _claim(console, former)
    assert console.problem().count() == 1


def test_two_claims_at_once(unclaimed):
    """Of two claims at the same time with the same code, one succeeds."""
    code = unclaimed.claim_code()

    def claim(number):
        return requests.post(
            f"{unclaimed.origin}/console/claim", allow_redirects=False,
            headers={"sec-fetch-site": "same-origin"},
            data={"code": code, "organization": f"First {number}", "name": "Ada",
                  "email": f"ada{number}@example.com", "password": PASSWORD}).status_code

    with ThreadPoolExecutor(2) as pool:
        statuses = sorted(pool.map(claim, range(2)))
    assert statuses[0] == 303 and statuses[1] in (401, 409, 422), statuses
    assert len(unclaimed.call("Orgs/List")["data"]) == 1


def test_first_steps(open_browser, place):
    """The first steps follow the counts: each is struck through when it is done, and all go when
    all are done."""
    console = open_browser(place.person("admin"))
    console.go("/console/")
    steps = console.page.locator("[aria-labelledby=first-steps]")
    assert steps.locator("li").count() == 3 and steps.locator("del").count() == 0
    workspace = place.workspace()
    console.go("/console/")
    assert steps.locator("del").count() == 1
    place.key(workspace)
    place.person("user")
    console.go("/console/")
    assert steps.count() == 0
