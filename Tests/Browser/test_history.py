"""Back, reload and a second press do nothing twice and show nothing that is over. (T6)"""


def _create(console, name):
    console.go("/console/orgs")
    console.open_dialog("/console/orgs/new")
    console.fill(name=name)


def _named(server, name):
    return [one for one in server.call("Orgs/List", query=name)["data"] if one["name"] == name]


def test_double_press(ada, server):
    """A second press of the button creates no second organization."""
    _create(ada, "Pressed twice")
    with ada.page.expect_navigation():
        ada.form.locator("button[type=submit]").dblclick()
    assert len(_named(server, "Pressed twice")) == 1


def test_back_after_create(ada, server):
    """A form that is sent again after Back creates nothing more."""
    ada.submit("/console/orgs/new", name="Sent again")
    ada.page.go_back()
    ada.page.locator("dialog[open]").wait_for()
    ada.page.reload()
    assert len(_named(server, "Sent again")) == 1


def test_same_form_twice(ada, server):
    """A form with the same key, sent from two pages, does its work once."""
    key = ada.form_key("/console/orgs/new")
    for _ in range(2):
        response = ada.page.request.post(
            ada.origin + "/console/orgs/new", form={"key": key, "name": "Same form"},
            headers={"sec-fetch-site": "same-origin"}, max_redirects=0)
        assert response.status == 303
    assert len(_named(server, "Same form")) == 1


def test_back_after_logout(admin, place):
    """Back after a logout shows the login, and no data."""
    admin.go(place.path + "/workspaces")
    admin.log_out()
    admin.page.go_back()
    admin.page.locator("form[action='/console/login']").wait_for()
    assert place.name not in admin.page.content()


def test_reload_of_a_secret(admin, place):
    """A page with a secret that is loaded again shows the same one, and there is one key."""
    admin.submit(place.path + "/admin-keys/new", name="For a program")
    secret = admin.page.locator("#secret").input_value()
    admin.page.reload()
    assert admin.page.locator("#secret").input_value() == secret
    keys = place.server.call("AdminKeys/List", organization_id=place.id)["data"]
    assert [key["name"] for key in keys] == ["For a program"]


def test_back_to_a_secret(admin, place):
    """A page with a secret that was left shows none when one comes back."""
    admin.submit(place.path + "/admin-keys/new", name="For a program")
    secret = admin.page.locator("#secret").input_value()
    admin.page.locator("dialog a[data-close]").click()
    admin.page.wait_for_url("**/admin-keys*")
    admin.go("/console/")
    admin.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert secret not in admin.page.content()
    admin.page.go_back()
    assert secret not in admin.page.content()
