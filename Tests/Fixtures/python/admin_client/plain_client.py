"""Calls the Admin API as a script without an SDK does: x-api-key, the older version, and Python's truth values.

Usage: plain_client.py URL KEY
"""

import sys

import requests


def main(url, key):
    session = requests.Session()
    session.headers.update({"x-api-key": key, "anthropic-version": "2023-06-01"})
    base = f"{url}/v1/organizations"
    made = session.post(f"{base}/workspaces", json={"name": "Plain"})
    assert made.status_code == 200, made.text
    room = made.json()["id"]
    archived = session.post(
        f"{base}/workspaces/{room}/archive", headers={"content-type": "application/json"})
    assert archived.status_code == 200, archived.text
    for archived, found in ((True, True), (False, False)):
        page = session.get(
            f"{base}/workspaces", params={"include_archived": archived, "limit": 1000}).json()
        assert (room in [each["id"] for each in page["data"]]) == found, page
    for name in ("roles[]", "roles"):
        page = session.get(f"{base}/users", params={name: ["admin", "billing"]}).json()
        assert [user["role"] for user in page["data"]] == ["admin"], page
    bad = session.post(f"{base}/workspaces", json={"name": "A", "colour": "red"})
    assert bad.status_code == 400, bad.text
    assert bad.json()["error"]["message"] == "colour: Extra inputs are not permitted"
    assert bad.json()["request_id"] == bad.headers["request-id"]
    missing = session.get(f"{base}/usage_report/messages")
    assert missing.status_code == 404, missing.text
    assert missing.json()["error"]["type"] == "not_found_error"
    print(f"requests {requests.__version__}: as expected")


if __name__ == "__main__":
    main(*sys.argv[1:])
