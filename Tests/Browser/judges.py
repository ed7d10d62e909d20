"""Judges of a page that are not of our making, and what they don't look at."""

import html5lib
from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_WIDE = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const { right, width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && right > document.documentElement.clientWidth + 1
    && !element.closest(".log, pre, svg, .unseen");
}).map((element) => `${element.localName}.${element.className}`).slice(0, 5)"""

# The button that offers a change stands on the edge of its part.
_OUTSIDE = """() => [...document.querySelectorAll(":is(.panel, .card) > :not(.changed)")]
  .map((element) => [element, element.getBoundingClientRect(),
    element.parentElement.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 1 && height > 1)
  .filter(([, inner, outer]) => inner.top < outer.top - 1 || inner.left < outer.left - 1
    || inner.bottom > outer.bottom + 1 || inner.right > outer.right + 1)
  .map(([element]) => `${element.localName}.${element.className}`)"""

# Links in text may be lower; axe judges the space around those.
_CONTROLS = ":is(main, dialog) :is(button, select, .button, .icon-button)"

_SMALL = """(controls) => [...document.querySelectorAll(controls)]
  .filter((element) => element.checkVisibility())
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < 24)
  .map(([element]) => element.outerHTML.slice(0, 120))"""


def accessibility_faults(page) -> list:
    """What axe finds. The reports name the rule and the first elements."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes'][:3]]}"
        for violation in results.response["violations"]
    ]


def markup_fault(body: bytes) -> str:
    """The first error of a page by the standard; empty if it has none."""
    parser = html5lib.HTMLParser(strict=True)
    try:
        parser.parse(body)
    except html5lib.html5parser.ParseError as error:
        return str(parser.errors or error)
    return ""


def layout_faults(page) -> list:
    """What is wider than the page or outside its part, and what is too small to press."""
    return ([f"too wide: {name}" for name in page.evaluate(_WIDE)]
            + [f"outside: {name}" for name in page.evaluate(_OUTSIDE)]
            + [f"too small: {name}" for name in page.evaluate(_SMALL, _CONTROLS)])


def outline_faults(page, language: str) -> list:
    """What is wrong with the parts that every page has."""
    faults = []
    if page.locator("html").get_attribute("lang") != language:
        faults.append("lang")
    if page.locator("h1").count() != 1:
        faults.append(f"{page.locator('h1').count()} elements h1")
    for part in ["header.top", "main#main", "a.skip"]:
        if page.locator(part).count() != 1:
            faults.append(f"{page.locator(part).count()} parts {part}")
    title = page.title()
    if not title.endswith(" · Steward") or len(title) < len("x · Steward"):
        faults.append(f"title {title!r}")
    return faults
