"""Pages follow what others change, and survive the failure of a plugin. (T14)"""

import pytest

PLUGINS = ["orgs", "keys", "console"]

# Whether a page comes with all of its parts. The page asks, until the host has started the plugin.
_IS_WHOLE = """async (path) => {
  const response = await fetch(path, { headers: { accept: "text/html" } });
  return response.status === 200 && !(await response.text()).includes('class="problem"');
}"""


def _open_live(console, path):
    """Visits a page, and returns once it listens."""
    with console.page.expect_response("**/console/events") as stream:
        console.go(path)
    assert stream.value.status == 200


def test_row_appears(admin, place, is_long):
    """What another person makes appears within a second, without a reload. In the short form the
    build is one for debugging, and other tests run beside it."""
    _open_live(admin, place.path + "/workspaces")
    loaded = admin.page.evaluate("() => performance.timeOrigin")
    place.workspace("Made elsewhere")
    admin.row_with("Made elsewhere").wait_for(timeout=1000 if is_long else 5000)
    assert admin.page.evaluate("() => performance.timeOrigin") == loaded


def test_not_while_typing(admin, place):
    """A part in which a person types isn't swapped; a button offers the change."""
    _open_live(admin, place.path + "/workspaces")
    field = admin.page.locator("main [name=q]")
    field.type("abc")
    place.workspace("Made elsewhere")
    admin.page.locator("main button.changed").wait_for()
    assert field.input_value() == "abc"
    assert admin.row_with("Made elsewhere").count() == 0
    admin.page.locator("main button.changed").click()
    admin.row_with("Made elsewhere").wait_for()


def test_not_under_a_dialog(admin, place):
    """A page under an open dialog waits until the dialog is closed, and then offers the change,
    since the focus is in it again."""
    _open_live(admin, place.path + "/workspaces")
    admin.open_dialog(place.path + "/workspaces/new")
    admin.fill(name="Half")
    place.workspace("Made elsewhere")
    assert admin.form.locator("[name=name]").input_value() == "Half"
    admin.page.keyboard.press("Escape")
    admin.dialog.locator("[role=alert] button").last.click()
    admin.page.locator("main section.panel button.changed").click()
    admin.row_with("Made elsewhere").wait_for()


def test_conflict(admin, place, server):
    """A form about what was changed meanwhile is refused with both values."""
    id = place.workspace("Before")["id"]
    path = f"{place.path}/workspaces/{id}/edit"
    admin.go(path)
    server.call("Workspaces/Update", organization_id=place.id, id=id, name="Theirs")
    admin.fill(name="Mine")
    with admin.page.expect_response(lambda response: response.request.method == "POST") as sent:
        admin.send()
    assert sent.value.status == 409
    assert "Theirs" in admin.dialog.inner_text()
    assert admin.form.locator("[name=name]").input_value() == "Mine"


def test_events_hold_no_data(admin, place):
    """The stream tells kinds and organizations, and no name."""
    admin.go(place.path + "/workspaces")
    admin.page.evaluate("""() => { window.told = new Promise((resolve) => {
      const source = new EventSource("/console/events");
      source.onopen = () => { window.listens = true; };
      source.addEventListener("changed", ({ data }) => { source.close(); resolve(data); });
    }) }""")
    admin.page.wait_for_function("() => window.listens")
    place.workspace("A secret name")
    event = admin.page.evaluate("async () => JSON.parse(await window.told)")
    assert event == {"kind": "workspaces", "organization_id": place.id}


@pytest.mark.parametrize("plugin", PLUGINS)
def test_killed_plugin(admin, place, server, traffic, plugin):
    """After a plugin's crash, a part or the page says so; all is back without a login."""
    traffic.allowed |= {503}
    path = place.path + "/workspaces"
    admin.go(path)
    server.kill_plugin(plugin)
    assert admin.go(path).status in (200, 503)
    assert "Fatal error" not in admin.page.content()
    admin.page.wait_for_function(_IS_WHOLE, arg=path, polling=200)
    assert admin.go(path).status == 200
    assert admin.page.locator("main table.list").count() == 1
