"""Pages are small, ask for little, and stay quick with many records. (T17)"""

import gzip
import json
import statistics
import time

import pytest

from people import ADA
from server import Server

PAGE_BYTES, PAGE_GZIPPED = 40 << 10, 6 << 10
STYLE_BYTES, SCRIPT_BYTES, SCRIPT_GZIPPED = 12 << 10, 16 << 10, 6 << 10
NODES = 1_500


def _fill(server, organizations, keys):
    """Creates organizations and, in the first one, keys."""
    lines = [{"method": "Orgs/Create", "request": {"name": f"Place {number}"}}
             for number in range(organizations)]
    first = server.call("Orgs/Create", name="Full")["id"]
    workspace = server.call("Workspaces/Create", organization_id=first, name="Full")["id"]
    lines += [{"method": "Keys/Issue", "request": {
        "organization_id": first, "workspace_id": workspace, "name": f"Key {number}"}}
        for number in range(keys)]
    server.steward("batch", "-", input="\n".join(map(json.dumps, lines)))
    return first


@pytest.fixture
def full(dist, tmp_path, is_long):
    """An installation of the test's own, with many records."""
    server = Server(dist, tmp_path).start()
    server.claim()
    server.full = _fill(server, *((10_000, 100_000) if is_long else (300, 300)))
    yield server
    server.stop()


def test_sizes(admin, place):
    """A page with 20 rows, the style and the script are within their budgets."""
    for number in range(20):
        place.workspace(f"Workspace {number}")
    bodies = {}
    admin.page.on("response", lambda response: bodies.setdefault(
        response.request.resource_type, response))
    page = admin.go(place.path + "/workspaces").body()
    style, script = bodies["stylesheet"].body(), bodies["script"].body()
    assert len(page) <= PAGE_BYTES and len(gzip.compress(page)) <= PAGE_GZIPPED
    assert len(style) <= STYLE_BYTES
    assert len(script) <= SCRIPT_BYTES and len(gzip.compress(script)) <= SCRIPT_GZIPPED
    assert admin.page.evaluate("() => document.querySelectorAll('*').length") <= NODES


def test_requests(open_browser, place, traffic):
    """The first page takes at most a style, a script and an icon besides; the next page is one."""
    console = open_browser()
    console.go("/console/")
    assert 3 <= len(traffic.requests) <= 4
    console.log_in(place.person("user"))
    before = len(traffic.requests)
    console.go("/console/account")
    pages = [request for request in traffic.requests[before:] if "/events" not in request.url]
    network = [one for one in pages if not one.response().from_service_worker
               and one.is_navigation_request()]
    assert len(network) == 1


def test_nothing_shifts(admin, place):
    """Nothing in a page moves after it is drawn."""
    place.workspace()
    admin.page.add_init_script("""
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    """)
    admin.go(place.path + "/workspaces")
    for _ in range(2):
        admin.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert admin.page.evaluate("() => window.shifts") == 0


def test_idle_tabs(open_browser, place, traffic):
    """Tabs that are left alone hold one stream together and ask for nothing else."""
    console = open_browser(place.person("admin"))
    with console.page.expect_response("**/console/events"):
        console.go(place.path + "/workspaces")
    tabs = [console.page.context.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(console.origin + place.path + "/workspaces")
    held = console.page.evaluate("async () => (await navigator.locks.query()).held.length")
    assert held == 1


def test_many_records(open_browser, full, traffic):
    """Lists of many records come in pages of 20, about as quickly as short lists do."""
    console = open_browser(ADA, origin=full.origin)
    cookies = {one["name"]: one["value"] for one in console.page.context.cookies()}
    header = {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    short = full.call("Orgs/Create", name="Empty")["id"]

    def duration(path):
        times = []
        for _ in range(15):
            begin = time.perf_counter()
            response = console.page.request.get(console.origin + path, headers=header)
            times.append(time.perf_counter() - begin)
            assert response.status == 200
        return statistics.median(times)

    console.go("/console/orgs")
    assert console.rows().count() == 20
    assert console.page.locator("a[rel=next]").count() == 1
    many, few = duration(f"/console/orgs/{full.full}/keys"), duration(f"/console/orgs/{short}/keys")
    # A list that were read whole would take a hundred times as long.
    assert many <= 5 * few + 0.02, f"{many:.3f} s against {few:.3f} s"


def test_flood_of_log_lines(ada, server):
    """The page of a plugin's log responds while the plugin writes many lines."""
    ada.go("/console/plugins/gateway")
    # Each refused login is a line of the gateway's log.
    for _ in range(50):
        ada.page.request.post(ada.origin + "/auth/login", data={"email": "x", "password": "y"})
    response = ada.go("/console/plugins/gateway")
    assert response.status == 200
    assert ada.page.locator(".log [id]").count() <= 1_000
