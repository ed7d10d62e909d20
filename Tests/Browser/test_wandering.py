"""A person who clicks about stays in the console. (T1)"""

import random
import re

import pytest

from people import ADA

# What ends the session or the walk. A short walk harms nothing; a long one may.
_ENDS = re.compile(r"/logout|/audit/download|#main$|^#")
_HARMLESS = "a[href], button[type=button]:not([data-copy]), summary"
_ALL = f"{_HARMLESS}, button[type=submit]:not([aria-disabled=true])"


def _targets(console, selector):
    scope = console.dialog if console.dialog.count() else console.page.locator("body")
    found = scope.locator(selector).evaluate_all(
        """elements => elements.map((element, index) => [index, element.checkVisibility(),
             element.getAttribute("href") ?? element.form?.getAttribute("action") ?? ""])""")
    return scope.locator(selector), [
        index for index, visible, target in found if visible and not _ENDS.search(target)]


def _click_about(console, clicks, seed, selector):
    """Clicks what a seed chooses, and judges the console after each click."""
    choose, page = random.Random(seed), console.page
    redirects = []
    page.on("response", lambda response: redirects.append(response.url)
            if 300 <= response.status < 400 else None)
    for number in range(clicks):
        links, targets = _targets(console, selector)
        if not targets:
            console.go("/console/")
            continue
        redirects.clear()
        links.nth(choose.choice(targets)).click(timeout=5000)
        page.wait_for_load_state()
        page.wait_for_function("() => !('busy' in document.documentElement.dataset)")
        where = f"click {number} of seed {seed}: {page.url}"
        assert len(redirects) <= 2, f"{where}: {redirects}"
        assert console.path.startswith("/console/"), where
        assert "simple" not in page.url, where
        page.locator("header.top .brand").wait_for(state="attached")


@pytest.mark.parametrize("role, language", [
    ("super_admin", "ja-JP"), ("admin", "en-US"), ("user", "ja-JP")])
def test_clicks(open_browser, place, request, seed, is_long, role, language):
    """A person who clicks whatever there is stays in the shell, without loops and errors."""
    workspace = place.workspace()
    place.key(workspace)
    person = ADA if role == "super_admin" else place.person(role)
    console = open_browser(person, locale=language)
    console.go(place.path + "/workspaces")
    clicks = request.config.getoption("clicks") // 3 if is_long else 20
    _click_about(console, clicks, seed, _ALL if is_long else _HARMLESS)


def test_no_navigation_by_itself(admin, place):
    """A page that is left alone goes nowhere: it asks for no other page by itself."""
    admin.go(place.path + "/workspaces")
    visited = []
    admin.page.on("framenavigated", lambda frame: visited.append(frame.url))
    # The clock of the page runs an hour ahead, so all that waits for a time comes due.
    admin.page.clock.install()
    admin.page.clock.fast_forward("01:00:00")
    admin.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert visited == []
