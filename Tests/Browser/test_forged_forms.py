"""A form that this console didn't make for this session and address changes nothing. (T10)"""

import pytest

ORIGINS = {
    "another origin": {"origin": "https://evil.example"},
    "no origin": {},
    "null": {"origin": "null"},
    "another site": {"sec-fetch-site": "cross-site"},
    "another port": {"sec-fetch-site": "same-site"},
    "an address that was typed": {"sec-fetch-site": "none"},
}
OURS = {"sec-fetch-site": "same-origin"}


def _post(console, path, fields, headers):
    return console.page.request.post(
        console.origin + path, form=fields, headers=headers, max_redirects=0)


@pytest.mark.parametrize("headers", ORIGINS.values(), ids=ORIGINS.keys())
def test_origin(admin, place, headers):
    """A form from elsewhere is refused, although its key is right."""
    path = place.path + "/workspaces/new"
    key = admin.form_key(path)
    assert _post(admin, path, {"key": key, "name": "Forged"}, headers).status == 403
    assert place.counts()["workspace"] == 0


def test_no_key(admin, place):
    """A form without a key is shown again with what was typed."""
    path = place.path + "/workspaces/new"
    response = _post(admin, path, {"name": "Forged"}, OURS)
    assert response.status == 422 and "Forged" in response.text()
    assert place.counts()["workspace"] == 0


def test_key_of_another_path(admin, place):
    """The key of one form doesn't open another."""
    key = admin.form_key(place.path + "/edit")
    response = _post(admin, place.path + "/workspaces/new", {"key": key, "name": "Forged"}, OURS)
    assert response.status == 422
    assert place.counts()["workspace"] == 0


def test_key_of_another_session(admin, open_browser, place):
    """The key of another person's form is refused."""
    path = place.path + "/workspaces/new"
    key = open_browser(place.person("admin")).form_key(path)
    assert _post(admin, path, {"key": key, "name": "Forged"}, OURS).status == 422
    assert place.counts()["workspace"] == 0


def test_old_key(admin, place):
    """A key whose end was moved is refused, as an old one is."""
    path = place.path + "/workspaces/new"
    end, nonce, code = admin.form_key(path).split(".")
    key = f"{int(end) + 1}.{nonce}.{code}"
    assert _post(admin, path, {"key": key, "name": "Forged"}, OURS).status == 422
    assert place.counts()["workspace"] == 0


def test_get_changes_nothing(admin, place):
    """The fields of a form in an address change nothing."""
    path = place.path + "/workspaces/new"
    key = admin.form_key(path)
    assert admin.go(f"{path}?key={key}&name=Forged").status == 200
    assert place.counts()["workspace"] == 0


def test_other_types(admin, place):
    """A form of another content type is refused."""
    path = place.path + "/workspaces/new"
    for type in ["text/plain", "application/json", "multipart/form-data; boundary=x"]:
        response = admin.page.request.post(
            admin.origin + path, data="name=Forged", headers={**OURS, "content-type": type})
        assert response.status == 415, type
    assert place.counts()["workspace"] == 0
