"""The judges of these tests find what they look for, in a page made for that."""

import http.server
import threading

import pytest

from console import Console
from judges import accessibility_faults, layout_faults, markup_fault, outline_faults
from traffic import HEADERS, Traffic

SOUND = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="icon" href="/icon.svg"><title>Page · Steward</title></head>'
    '<body><a class="skip" href="#main">Skip</a><header class="top">Steward</header>'
    '<main id="main"><h1>Page</h1>{}</main></body></html>')
FLAWED = SOUND.replace("{}", (
    '<h1>Another</h1></b><img src="https://elsewhere.invalid/x.png"><p style="color:red">Red</p>'
    '<button></button><table><tr><td>' + "w" * 400 + "</td></tr></table>"))


@pytest.fixture
def tab(browser):
    """Returns a function that opens a page under the headers of the console, and its traffic."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            for name, value in HEADERS.items():
                self.send_header(name, value)
            self.send_header("permissions-policy", "clipboard-write=(self)")
            self.send_header("cache-control", "no-store")
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((FLAWED if "flawed" in self.path else SOUND.format("")).encode())

        def log_message(self, *_):
            pass

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    origin = f"http://127.0.0.1:{site.server_port}"
    context, traffic = browser.new_context(locale="en-US"), Traffic({origin})
    traffic.watch(context)
    console = Console(context.new_page(), origin)
    yield lambda path: (console, console.go(path), traffic)
    context.close()
    site.shutdown()
    thread.join()
    site.server_close()


def test_sound_page(tab):
    """The judges find nothing in a page that is sound."""
    console, response, traffic = tab("/console/sound")
    assert markup_fault(response.body()) == ""
    assert outline_faults(console.page, "en") == []
    assert layout_faults(console.page) == []
    assert accessibility_faults(console.page) == []
    assert traffic.faults == []


def test_flawed_page(tab):
    """Each judge finds what is wrong with a page that is flawed."""
    console, response, traffic = tab("/console/flawed")
    assert "unexpected-end-tag" in markup_fault(response.body())
    assert outline_faults(console.page, "ja") == ["lang", "2 elements h1"]
    assert any("too wide" in fault for fault in layout_faults(console.page))
    assert any("too small" in fault for fault in layout_faults(console.page))
    found = [fault.split(":")[0] for fault in accessibility_faults(console.page)]
    assert {"image-alt", "button-name"} <= set(found)
    assert any(fault.startswith("policy: style-src") for fault in traffic.faults)
    assert any(fault.startswith("another origin") for fault in traffic.faults)
