"""What browsers ask for and get in every test: only this origin, with the headers that protect."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'")

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

# Chromium writes this line for each response of 400 and above, which are no faults of a page.
_STATUS_LINE = "Failed to load resource"

# Chromium reports it for a page with a transition that leads to one without, such as an error's.
_TRANSITION_LINE = "Transition was "

_WATCH_POLICY = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
  reportedViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`));
"""


@dataclass
class Traffic:
    """Collects the responses of browser contexts, and what is wrong with them."""

    origins: set
    faults: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    # The statuses that a test causes on purpose.
    allowed: set = field(default_factory=set)

    def watch(self, context) -> None:
        context.expose_function(
            "reportedViolation", lambda text: self.faults.append(f"policy: {text}"))
        context.add_init_script(_WATCH_POLICY)
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._message)
        context.on("weberror", self._error)

    def to(self, path: str) -> list:
        """The requests for a path."""
        return [request for request in self.requests if urlsplit(request.url).path == path]

    def _request(self, request) -> None:
        self.requests.append(request)
        parts = urlsplit(request.url)
        is_remote = parts.scheme in ("http", "https")
        if is_remote and f"{parts.scheme}://{parts.netloc}" not in self.origins:
            self.faults.append(f"another origin: {request.url}")

    def _response(self, response) -> None:
        parts = urlsplit(response.url)
        if not parts.path.startswith("/console") or response.from_service_worker:
            return
        if response.status >= 500 and response.status not in self.allowed:
            self.faults.append(f"{response.status} {response.url}")
        faults = header_faults(response.headers, parts.path)
        self.faults += [f"{fault} {response.url}" for fault in faults]

    def _error(self, error) -> None:
        text = str(error.error)
        if not text.startswith(_TRANSITION_LINE):
            self.faults.append(f"script: {text}")

    def _message(self, message) -> None:
        if message.type == "error" and not message.text.startswith(_STATUS_LINE):
            self.faults.append(f"console: {message.text}")


def header_faults(headers: dict, path: str) -> list:
    """What is wrong with the headers of a response of the console."""
    faults = [f"{name}: {headers.get(name)}" for name, value in HEADERS.items()
              if headers.get(name) != value]
    if "clipboard-write=(self)" not in headers.get("permissions-policy", ""):
        faults.append("permissions-policy")
    kept = "immutable" in headers.get("cache-control", "")
    if kept != path.startswith("/console/assets/") and headers.get("cache-control") != "no-store":
        faults.append(f"cache-control: {headers.get('cache-control')}")
    if headers.get("content-type", "").startswith("text/html") and "content-encoding" in headers:
        faults.append("a compressed page")
    if any(name.startswith("access-control-") for name in headers):
        faults.append("an access-control header")
    return faults
