"""Asks for one thing after the other, on several connections at a time, for as long as its input is open.

Usage: hammer.py URL KEY
Says "begun" when every client has a response, and at the end how many responses came. Any response that is no success, and
any connection that is lost, is a failure.
"""

import itertools
import sys
import threading

import requests

PATHS = ["me", "users", "workspaces?limit=5", "api_keys"]
CLIENTS = 6


class Client(threading.Thread):
    """Every other one takes a new connection for each request."""

    def __init__(self, base, key, number):
        super().__init__()
        self.base, self.number = base, number
        self.session = requests.Session()
        self.session.headers.update({"x-api-key": key, "anthropic-version": "2026-10-21"})
        if number % 2:
            self.session.headers["connection"] = "close"
        self.is_wanted, self.has_begun = True, threading.Event()
        self.responses, self.failures = 0, []
        self.room = self.session.post(f"{base}/workspaces", json={"name": "Room"}).json()["id"]

    def run(self):
        for turn in itertools.count(self.number):
            if not self.is_wanted:
                return
            try:
                self.ask(turn)
            except Exception as error:
                self.failures.append(repr(error))
            self.has_begun.set()

    def ask(self, turn):
        if turn % 10:
            response = self.session.get(f"{self.base}/{PATHS[turn % len(PATHS)]}")
        else:
            response = self.session.post(
                f"{self.base}/workspaces/{self.room}", json={"tags": {"turn": str(turn)}})
        self.responses += 1
        if response.status_code != 200:
            self.failures.append(f"{response.status_code} {response.text}")


def main(url, key):
    clients = [Client(f"{url}/v1/organizations", key, number) for number in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.has_begun.wait()
    print("begun", flush=True)
    sys.stdin.read()
    for client in clients:
        client.is_wanted = False
    for client in clients:
        client.join()
    failures = [failure for client in clients for failure in client.failures]
    print(f"{sum(client.responses for client in clients)} responses, {len(failures)} failures")
    print(*failures[:5], sep="\n")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main(*sys.argv[1:])
