"""Pictures of the pages that a person looks at before a release. (T18)

Run by `make screenshots`: pytest collects this file only when it is named.
"""

import re

import pytest

from places import Tour


def _name(path: str) -> str:
    """The words of an address, without ids."""
    words = re.findall(r"(?<=/)[a-z-]+(?=[/?]|$)", path)
    return "-".join(words[1:]) or "dashboard"


@pytest.mark.parametrize("language", ["en-US", "ja-JP"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pictures(open_browser, place, request, language, theme, width):
    """Every picture is written."""
    folder = request.config.getoption("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    tour = Tour(place)
    console = open_browser(tour.person, locale=language, color_scheme=theme,
                           viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for number, path in enumerate(tour.pictures, 1):
        assert console.go(path).status == 200, path
        name = _name(path)
        console.page.screenshot(
            path=folder / f"{number:02}-{name}-{language[:2]}-{theme}-{width}.png",
            full_page=not console.dialog.count())
