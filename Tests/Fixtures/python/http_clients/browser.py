"""Logs in over HTTPS as a browser does, goes on by its cookies, and logs out.

Usage: browser.py URL CERTIFICATE PASSWORD_FILE
"""

import sys

import requests


def main(url, certificate, password_file):
    with open(password_file) as file:
        password = file.read().rstrip("\n")
    browser = requests.Session()
    browser.verify = certificate
    browser.headers["sec-fetch-site"] = "same-origin"
    login = browser.post(
        f"{url}/auth/login", json={"email": "ada@example.com", "password": password})
    assert login.status_code == 200, login.text
    for cookie in browser.cookies:
        assert cookie.secure and cookie.name.startswith("__Host-"), cookie
    me = browser.get(f"{url}/auth/whoami")
    assert me.status_code == 200 and me.json()["name"] == "Ada", me.text
    refreshed = browser.post(f"{url}/auth/refresh", json={})
    assert refreshed.status_code == 200, refreshed.text
    assert refreshed.json()["session_id"] == login.json()["session_id"]
    left = browser.post(f"{url}/auth/logout", json={})
    assert left.status_code == 200, left.text
    assert not browser.cookies, browser.cookies
    assert browser.get(f"{url}/auth/whoami").status_code == 401


if __name__ == "__main__":
    main(*sys.argv[1:])
