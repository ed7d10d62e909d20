"""Hammers with one credential on several connections while it is taken away, and sees that it is of no use from then on.

Usage: revoked.py URL FILE COMMAND...
The credential is in FILE; COMMAND takes it away. No request that begins after the command has ended may get any
response but 401. Says how many responses came before that, and after.
"""

import http.client
import subprocess
import sys
import threading
from urllib.parse import urlsplit

CLIENTS = 4
# The number of requests of each client before the command begins, and after it has ended.
BEFORE = 300
AFTER = 100
PATHS = ["/v1/organizations/me", "/v1/organizations/workspaces?limit=1"]


class Client(threading.Thread):
    def __init__(self, address, credential):
        super().__init__()
        self.connection = http.client.HTTPConnection(address)
        self.headers = {
            "authorization": f"Bearer {credential}", "anthropic-version": "2026-10-21"}
        self.is_warm, self.has_ended = threading.Event(), False
        self.responses, self.error = [], None

    def run(self):
        try:
            late = 0
            while late < AFTER:
                late += self.ask()
                if len(self.responses) == BEFORE:
                    self.is_warm.set()
        except Exception as error:
            self.error = error
        self.is_warm.set()

    def ask(self):
        """Asks once, and returns whether that was after the end."""
        is_late = self.has_ended
        path = PATHS[len(self.responses) % len(PATHS)]
        self.connection.request("GET", path, headers=self.headers)
        response = self.connection.getresponse()
        response.read()
        self.responses.append((is_late, response.status))
        return is_late


def main(url, file, *command):
    with open(file) as credential:
        credential = credential.read().strip()
    clients = [Client(urlsplit(url).netloc, credential) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.is_warm.wait()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for client in clients:
        client.has_ended = True
    for client in clients:
        client.join()
        assert client.error is None, client.error
        statuses = [status for _, status in client.responses]
        assert set(statuses) == {200, 401}, set(statuses)
        assert 200 not in statuses[statuses.index(401):], "it came to life again"
        assert {status for is_late, status in client.responses if is_late} == {401}
    total = sum(len(client.responses) for client in clients)
    print(f"{total - CLIENTS * AFTER} before, {CLIENTS * AFTER} after")


if __name__ == "__main__":
    main(*sys.argv[1:])
