"""Follows the store's events as a browser's EventSource does: when a stream ends, it goes on after the event that it saw
last.

Usage: follow.py URL CREDENTIAL ACTION
Ends at the first event of that action. Says "begun" when a stream is there, "again" for each further one, and at the end
the revisions that it saw. A stream that is cut off, instead of ended, is a failure.
"""

import json
import sys

import requests


def events(lines):
    """The events of a stream: their ids and data. (HTML, section 9.2.6)"""
    event = {}
    for line in lines:
        if not line:
            if "data" in event:
                yield event.get("id"), json.loads(event["data"])
            event = {}
            continue
        name, _, value = line.partition(":")
        event[name] = value.removeprefix(" ")


def main(url, credential, action):
    headers = {"authorization": f"Bearer {credential}", "accept": "text/event-stream"}
    seen = []
    word = "begun"
    while True:
        with requests.get(f"{url}/v1/events?from=1", headers=headers, stream=True) as response:
            assert response.status_code == 200, response.text
            assert response.headers["content-type"] == "text/event-stream"
            print(word, flush=True)
            for revision, event in events(response.iter_lines(chunk_size=1, decode_unicode=True)):
                assert revision == event["revision"], (revision, event)
                seen.append(int(revision))
                if event["action"] == action:
                    print(*seen)
                    return
        word = "again"
        headers["last-event-id"] = str(seen[-1])


if __name__ == "__main__":
    main(*sys.argv[1:])
