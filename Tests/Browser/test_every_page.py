"""Every page, in each language, theme and width, before judges that are not ours. (T11)"""

import pytest

from judges import accessibility_faults, layout_faults, markup_fault, outline_faults
from people import Place
from places import Tour

LOOKS = [(language, theme, width) for language in ("en", "ja") for theme in ("light", "dark")
         for width in (1280, 390)]


@pytest.fixture(scope="session")
def tour(server):
    return Tour(Place.make(server))


def _judge(console, path, language):
    response = console.go(path)
    faults = [f"status {response.status}"] if response.status != 200 else []
    fault = markup_fault(response.body())
    faults += [fault] if fault else []
    faults += outline_faults(console.page, language)
    faults += layout_faults(console.page)
    faults += accessibility_faults(console.page)
    return [f"{path}: {fault}" for fault in faults]


@pytest.mark.parametrize("look", range(len(LOOKS)), ids=["-".join(map(str, one)) for one in LOOKS])
def test_pages(open_browser, tour, is_long, look):
    """Every page is valid, accessible to all, and no wider than its window. In the short form each
    look is judged on some pages, and each page in one look."""
    language, theme, width = LOOKS[look]
    console = open_browser(
        tour.person, locale=f"{language}-{'US' if language == 'en' else 'JP'}",
        color_scheme=theme, viewport={"width": width, "height": 900})
    paths = tour.pages + tour.dialogs
    paths = paths if is_long else paths[look::len(LOOKS)]
    faults = [fault for path in paths for fault in _judge(console, path, language)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", ["/console/", "/console/invite", "/console/reset"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_ways_in(open_browser, language, path):
    """The pages before a login are valid, accessible and no wider than a phone."""
    console = open_browser(locale=f"{language}-{'US' if language == 'en' else 'JP'}",
                           viewport={"width": 390, "height": 900})
    body = console.go(path).body()
    assert markup_fault(body) == ""
    assert outline_faults(console.page, language) == []
    assert layout_faults(console.page) == []
    assert accessibility_faults(console.page) == []


def test_narrowest(admin, place):
    """At 320 pixels, which is 1280 at 400 %, a page still fits."""
    admin.page.set_viewport_size({"width": 320, "height": 800})
    for path in ["/console/", "/console/orgs", place.path + "/workspaces"]:
        admin.go(path)
        assert layout_faults(admin.page) == [], path
