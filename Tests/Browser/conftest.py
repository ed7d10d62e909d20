"""The browser and the server that the tests share, and what each test gets of its own."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from console import CHROMIUM, Console  # noqa: E402
from people import ADA, Place  # noqa: E402
from server import Server  # noqa: E402
from traffic import Traffic  # noqa: E402

CHECKOUT = Path(__file__).parents[2]


def pytest_addoption(parser):
    parser.addoption("--dist-folder", default=CHECKOUT / ".build/dist", type=Path,
                     help="the assembled Steward to test")
    parser.addoption("--long", action="store_true", help="run the long forms")
    parser.addoption("--clicks", default=100_000, type=int, help="the clicks of the long form")
    parser.addoption("--seed", default=20261126, type=int, help="the seed of all that is random")
    parser.addoption("--screenshots", default=CHECKOUT / ".build/screenshots", type=Path,
                     help="where the pictures go")


@pytest.fixture(scope="session")
def is_long(request):
    return request.config.getoption("long")


@pytest.fixture(scope="session")
def seed(request):
    return request.config.getoption("seed")


@pytest.fixture(scope="session")
def dist(request):
    folder = request.config.getoption("dist_folder").resolve()
    assert (folder / "bin/steward").exists(), f"There is no Steward in {folder}. Run: make build"
    return folder


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def server(dist, tmp_path_factory):
    """A claimed installation. Ada is its super admin."""
    server = Server(dist, tmp_path_factory.mktemp("steward")).start()
    server.claim()
    yield server
    server.stop()


@pytest.fixture
def new_server(dist, tmp_path):
    """Starts an installation of the test's own. It outlives the browsers, so that no page sees how
    its server stops."""
    servers = []

    def start(*arguments):
        servers.append(Server(dist, tmp_path, *arguments).start())
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def unclaimed(new_server):
    """An installation of the test's own, which has not been claimed."""
    return new_server()


@pytest.fixture
def place(server):
    """An organization of the test's own."""
    return Place.make(server)


@pytest.fixture
def traffic():
    """Every response that the test causes. A fault in one fails the test at its end."""
    traffic = Traffic(set())
    yield traffic
    assert not traffic.faults, "\n".join(traffic.faults[:20])


@pytest.fixture
def open_browser(browser, server, new_server, traffic):
    """Makes a browser of its own for a person, in English unless it says otherwise."""
    contexts = []

    def make(person=None, path="/console/", origin=None, **options):
        options.setdefault("locale", "en-US")
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        traffic.origins.add(origin or server.origin)
        traffic.watch(context)
        console = Console(context.new_page(), origin or server.origin)
        return console.enter(person, path) if person else console

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def admin(open_browser, place):
    """The console of an admin of the test's own organization."""
    return open_browser(place.person("admin"))


@pytest.fixture
def ada(open_browser):
    """The console of the super admin."""
    return open_browser(ADA)
