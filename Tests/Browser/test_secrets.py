"""A secret is where it is shown, once, and nowhere else. (T8)"""

from places import Tour


def test_secrets_stay_where_they_are_shown(open_browser, place, server):
    """The secrets that a person sees are in no later page, no address, no storage and no log."""
    tour = Tour(place)
    console = open_browser(tour.person)
    console.submit(place.path + "/admin-keys/new", name="Program")
    secrets = [console.page.locator("#secret").input_value()]
    console.go(place.path + "/keys/new")
    console.fill(name="Secret")
    console.choose(workspace_id=tour.workspace["id"])
    console.send()
    secrets.append(console.page.locator("#secret").input_value())
    secrets.append(tour.person.password)
    assert all(secrets)
    for path in tour.pages:
        console.go(path)
        for text in [console.page.content(), console.page.url, console.storage(),
                     console.page.title()]:
            assert not [secret for secret in secrets if secret in text], path
    log = server.log.read_text() + server.steward("audit", "list", "--output", "jsonl")
    assert not [secret for secret in secrets if secret in log]


def test_scripts_see_no_token(admin):
    """A script can read neither the session's cookies nor anything else that is kept."""
    admin.go("/console/")
    assert admin.storage() == '[{}, {}, "", null]'


def test_secret_is_in_its_field_alone(admin, place):
    """The page that shows a secret has it in the value of one field, and nowhere else."""
    admin.submit(place.path + "/admin-keys/new", name="Program")
    secret = admin.page.locator("#secret").input_value()
    admin.page.locator("#secret").evaluate("field => field.remove()")
    assert secret not in admin.page.content()
    assert secret not in admin.page.url + admin.page.title() + admin.storage()
    admin.page.keyboard.press("Escape")
    assert admin.dialog.count() == 1


def test_log_hides_what_was_typed(open_browser, place, server):
    """A wrong password is in no log, also if the login is refused for it."""
    console = open_browser()
    console.submit("/console/", email=place.person("user").email, password="wrong but remembered")
    assert "wrong but remembered" not in server.log.read_text()
