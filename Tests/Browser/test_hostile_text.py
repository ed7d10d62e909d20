"""Text is text, whatever a person calls things. (T9)"""

import pytest

from judges import layout_faults
from server import CommandFailed

NAMES = {
    "markup": '"><script>fetch("/x")</script>',
    "entity": "&lt;b&gt; &amp;amp;",
    "right to left": "\u202eevil\u202c شركة",
    "long": "長" * 40,
    "unbroken": "w" * 40,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈",
    "spaces": "a  b",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_names(admin, place, name):
    """A strange name is shown as it is, names its dialog, and breaks no layout."""
    try:
        id = place.workspace(name)["id"]
    except CommandFailed as refusal:
        # A name that the rules refuse is refused by the form as well, with what was typed.
        admin.submit(place.path + "/workspaces/new", name=name)
        assert admin.problem().count() == 1, refusal
        assert admin.form.locator("[name=name]").input_value() == name
        return
    admin.go(place.path + "/workspaces")
    assert admin.row(id).locator("th bdi").text_content() == name
    for width in [1280, 390]:
        admin.page.set_viewport_size({"width": width, "height": 900})
        assert layout_faults(admin.page) == []
    admin.page.locator(f"main a[href$='{id}/edit']").first.click()
    admin.dialog.wait_for()
    assert name in admin.dialog.locator("#dialog-title").text_content()
    assert admin.form.locator("[name=name]").input_value() == name


def test_null_character(admin, place):
    """A name with a null character is refused, and nothing is made."""
    admin.go(place.path + "/workspaces/new")
    key = admin.form.locator("[name=key]").input_value()
    response = admin.page.request.post(
        f"{admin.origin}{place.path}/workspaces/new", form={"key": key, "name": "a\0b"},
        headers={"sec-fetch-site": "same-origin"}, max_redirects=0)
    assert response.status in (400, 422)
    assert place.counts()["workspace"] == 0
