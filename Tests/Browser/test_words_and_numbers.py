"""What the console says is true and polite. (T13)"""

import random
import re

import pytest

GREETINGS = {
    "達也": "ようこそ、達也さん", "達也さん": "ようこそ、達也さん", "佐藤様": "ようこそ、佐藤様",
    "ゆきちゃん": "ようこそ、ゆきちゃん", "Ada": "ようこそ、Adaさん",
}


@pytest.mark.parametrize("name, greeting", GREETINGS.items())
def test_japanese_greeting(open_browser, place, name, greeting):
    """The Japanese greeting has one honorific, whatever the name ends in."""
    console = open_browser(place.person("user", name), locale="ja-JP")
    console.go("/console/")
    assert console.page.locator("h1").inner_text() == greeting
    assert console.page.locator("details.menu summary").inner_text() == name


def test_english_greeting(open_browser, place):
    """The English greeting has the name alone, without spaces around it."""
    console = open_browser(place.person("user", "Ada "))
    console.go("/console/")
    assert console.page.locator("h1").inner_text() == "Welcome, Ada"


def test_mail_address_as_name(open_browser, place):
    """A person whose name is a mail address is greeted by it, without an honorific."""
    console = open_browser(place.person("user", "ada@example.com"), locale="ja-JP")
    console.go("/console/")
    assert console.page.locator("h1").inner_text() == "ようこそ、ada@example.com"


def _figures(console, path):
    console.go(path)
    return [int(text) for text in console.page.locator(".figures .number").all_inner_texts()][:3]


def test_counts(admin, place, seed, is_long):
    """The figures of the card equal a recount after random changes."""
    choose, workspaces, keys, members = random.Random(seed), [], [], []
    for _ in range(200 if is_long else 50):
        change = choose.randrange(6)
        if change == 0 or not workspaces:
            workspaces.append(place.workspace())
        elif change in (1, 2):
            keys.append(place.key(choose.choice(workspaces))["key"])
        elif change == 3:
            members.append(place.person("user"))
        elif change == 4 and keys:
            key = keys.pop(choose.randrange(len(keys)))
            place.server.call("Keys/Revoke", id=key["id"])
        elif members:
            member = members.pop(choose.randrange(len(members)))
            place.server.call("Users/Remove", organization_id=place.id, id=member.id)
    counted = [
        len(place.server.call(f"{noun}/List", organization_id=place.id, limit=100)["data"])
        for noun in ["Workspaces", "Keys", "Users"]]
    listed = place.server.call("Keys/List", organization_id=place.id, limit=100)["data"]
    counted[1] = len([key for key in listed if key["status"] != "archived"])
    assert _figures(admin, place.path + "/workspaces") == counted


def test_no_empty_number(admin, place):
    """A count of zero is the digit 0, in cards and tables."""
    assert _figures(admin, place.path + "/workspaces") == [0, 0, 1]
    admin.go("/console/orgs")
    numbers = admin.row(place.id).locator("td.number").all_inner_texts()
    assert numbers == ["0", "1", "0"]


def test_hints_differ(admin, place):
    """The hints of keys of one kind can be told apart, and show no secret."""
    workspace = place.workspace()
    secrets = [place.key(workspace)["secret"] for _ in range(5)]
    admin.go(place.path + "/keys")
    text = admin.page.locator("main").inner_text()
    hints = re.findall(r"sk-stw-\w{3}\.\.\.\w{4}", text)
    assert len(set(hints)) == 5
    assert not [secret for secret in secrets if secret in text]


def test_key_choice(admin, place):
    """The choice of a key shows the whole id, the hint and the owner, and taken ones are off."""
    workspace, owner = place.workspace(), place.person("developer", "saitou")
    free = place.key(workspace, without_owner=True)["key"]
    taken = place.key(workspace, user_id=owner.id)["key"]
    admin.go(place.path + "/users/new")
    options = admin.form.locator("[name=key_id] option")
    for key in (free, taken):
        text = options.filter(has_text=key["id"])
        assert key["partial_key_hint"] in text.text_content()
    assert "saitou" in options.filter(has_text=taken["id"]).text_content()
    assert options.filter(has_text=taken["id"]).is_disabled()


def test_nothing_is_written_as_missing(admin, place):
    """No page shows the name of a symbol or of a missing value."""
    place.key(place.workspace())
    for path in ["/console/", "/console/orgs", place.path + "/workspaces", place.path + "/keys"]:
        admin.go(path)
        text = admin.page.locator("body").inner_text()
        assert not re.search(r"undefined|\bnil\b|\bnull\b|NaN|Optional\(|未取得", text), path
