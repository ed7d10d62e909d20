"""Everything works from the keyboard alone, also with an input method. (T12)"""

import pytest


def _tab_to(page, selector, limit=80):
    """Presses Tab until the focus is on an element, and fails if it never is."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab doesn't reach {selector} on {page.url}")


def _ring(page):
    return page.evaluate(
        """() => { const style = getComputedStyle(document.activeElement);
                   return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 }""")


def test_login(open_browser, place):
    """A person logs in by typing, Tab and Enter."""
    console, person = open_browser(), place.person("user")
    console.go("/console/")
    _tab_to(console.page, "[name=email]")
    console.page.keyboard.type(person.email)
    _tab_to(console.page, "[name=password]", 1)
    console.page.keyboard.type(person.password)
    with console.page.expect_navigation():
        console.page.keyboard.press("Enter")
    console.page.locator("nav.sections").wait_for()


def test_skip_link(admin, place):
    """The first Tab reaches the link that skips to the content."""
    admin.go(place.path + "/workspaces")
    admin.page.keyboard.press("Tab")
    assert admin.page.evaluate("() => document.activeElement.matches('a.skip')")
    admin.page.keyboard.press("Enter")
    assert admin.page.evaluate("() => document.activeElement.id") == "main"


def test_create_workspace(admin, place):
    """Tab and Enter open a dialog, fill it in and send it; the new row has the focus."""
    admin.go(place.path + "/workspaces")
    _tab_to(admin.page, "a[href$='/workspaces/new']")
    assert _ring(admin.page)
    admin.page.keyboard.press("Enter")
    admin.dialog.wait_for()
    assert admin.page.evaluate("() => document.activeElement.name") == "name"
    admin.page.keyboard.type("By keys")
    with admin.page.expect_navigation():
        admin.page.keyboard.press("Enter")
    assert admin.page.evaluate("() => document.activeElement.matches('tr:target')")
    assert admin.row_with("By keys").count() == 1


def test_focus_returns(admin, place):
    """Esc closes a dialog, and the focus is where it was."""
    admin.go(place.path + "/workspaces")
    opener = admin.page.locator("main a[href$='/workspaces/new']").first
    opener.focus()
    admin.page.keyboard.press("Enter")
    admin.dialog.wait_for()
    admin.page.keyboard.press("Escape")
    admin.dialog.wait_for(state="detached")
    assert opener.evaluate("link => link === document.activeElement")


def test_changed_form_asks(admin, place):
    """Esc in a form with changes asks once, and keeps them if the person stays."""
    admin.go(place.path + "/workspaces")
    admin.open_dialog(place.path + "/workspaces/new")
    admin.fill(name="Half")
    admin.page.keyboard.press("Escape")
    admin.dialog.locator("[role=alert] button").first.click()
    assert admin.form.locator("[name=name]").input_value() == "Half"


def test_destructive_dialog(admin, place):
    """The focus of a dialog that can't be undone is on Cancel, and its Tabs stay inside."""
    id = place.workspace()["id"]
    admin.go(place.path + "/workspaces")
    admin.open_dialog(f"{place.path}/workspaces/{id}/archive")
    assert admin.page.evaluate("() => document.activeElement.matches('a[data-close]')")
    for _ in range(4):
        admin.page.keyboard.press("Tab")
        # Between the last and the first element, the focus is in the browser itself.
        assert admin.page.evaluate(
            "() => document.activeElement === document.body"
            " || document.querySelector('dialog').contains(document.activeElement)")


def test_input_method(admin, place):
    """Enter that ends a composition of an input method sends nothing."""
    admin.go(place.path + "/workspaces")
    admin.open_dialog(place.path + "/workspaces/new")
    session = admin.page.context.new_cdp_session(admin.page)
    session.send("Input.imeSetComposition",
                 {"text": "けんきゅう", "selectionStart": 5, "selectionEnd": 5})
    session.send("Input.dispatchKeyEvent", {
        "type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229})
    session.send("Input.insertText", {"text": "研究"})
    assert admin.form.locator("[name=name]").input_value() == "研究"
    assert admin.dialog.count() == 1 and place.counts()["workspace"] == 0
    with admin.page.expect_navigation():
        admin.page.keyboard.press("Enter")
    assert place.counts()["workspace"] == 1


@pytest.mark.parametrize("keys, path", [("gd", "/console/"), ("go", "/console/orgs")])
def test_going(admin, place, keys, path):
    """The letters after g lead to the places that the help lists."""
    admin.go(place.path + "/workspaces")
    with admin.page.expect_navigation():
        for key in keys:
            admin.page.keyboard.press(key)
    assert admin.path == path


def test_rows(admin, place):
    """The letters j and k go through the rows, and Enter opens one."""
    for _ in range(2):
        place.workspace()
    admin.go(place.path + "/workspaces")
    admin.page.keyboard.press("j")
    admin.page.keyboard.press("j")
    admin.page.keyboard.press("k")
    assert admin.rows().first.evaluate("row => row === document.activeElement")
    with admin.page.expect_navigation():
        admin.page.keyboard.press("Enter")
    assert "/workspaces/wrkspc_" in admin.path


def test_letters_in_fields(admin, place):
    """A letter that is typed in a field is no shortcut."""
    admin.go(place.path + "/workspaces")
    admin.page.keyboard.press("/")
    admin.page.keyboard.type("gn?")
    assert admin.page.locator("#find").input_value() == "gn?"
    assert admin.dialog.count() == 0


def test_shortcuts_off(admin, place):
    """The letters do nothing once the person has switched them off."""
    admin.go("/console/account")
    box = admin.page.locator("form[action='/console/account/browser']")
    box.locator("[name=shortcuts]").uncheck()
    with admin.page.expect_navigation():
        box.locator("[type=submit]").click()
    admin.go(place.path + "/workspaces")
    admin.page.keyboard.press("n")
    admin.page.keyboard.press("/")
    admin.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert admin.dialog.count() == 0
    assert admin.page.evaluate("() => document.activeElement === document.body")


def test_refused_form(admin, place):
    """A refused form has the focus on what is wrong, whose links lead to the fields."""
    admin.go(place.path + "/workspaces/new")
    admin.send()
    assert admin.page.title().startswith("Error: ")
    assert admin.problem().evaluate("part => part === document.activeElement")
    _tab_to(admin.page, ".error-summary a", 2)
    admin.page.keyboard.press("Enter")
    field = admin.form.locator("[name=name]")
    assert field.evaluate("field => field === document.activeElement")
    assert "problem-name" in field.get_attribute("aria-describedby")
