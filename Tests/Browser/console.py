"""The console as a person sees it: pages by address, dialogs, rows, fields by their names."""

import json
from urllib.parse import urlsplit

# Chromium without its window, which takes half of the time.
CHROMIUM = "/usr/bin/chromium-headless-shell"

ACCESS = "__Host-steward-access"
REFRESH = "__Host-steward-refresh"
SETTINGS = "__Host-steward-settings"


class Console:
    """One tab of a person's browser."""

    def __init__(self, page, origin: str):
        self.page, self.origin = page, origin

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def go(self, path: str):
        """Visits a page, and returns the response of the last redirect."""
        return self.page.goto(self.origin + path)

    def enter(self, person, path: str = "/console/"):
        """Begins a session without the form, and visits a page. The browser has its cookies."""
        login = {"email": person.email, "password": person.password}
        response = self.page.context.request.post(f"{self.origin}/auth/login", data=login)
        assert response.ok, response.text()
        self.go(path)
        return self

    def log_in(self, person, path: str = "/console/"):
        """Logs in by the form that stands at a page's own address."""
        self.go(path)
        self.fill(email=person.email, password=person.password)
        self.send()
        self.page.locator("header.top nav.sections").wait_for()
        return self

    def log_out(self) -> None:
        self.page.locator("details.menu summary").click()
        self.page.locator("form[action='/console/logout'] button").click()
        self.page.locator("form[action='/console/login']").wait_for()

    def fill(self, **fields: str) -> None:
        """Types into fields of the open dialog or else of the page, by their names."""
        for name, text in fields.items():
            self.form.locator(f"[name={name}]").fill(text)

    def choose(self, **fields: str) -> None:
        for name, value in fields.items():
            self.form.locator(f"select[name={name}]").select_option(value)

    def send(self) -> None:
        """Presses the form's button, and waits for the page that it leads to."""
        with self.page.expect_navigation():
            self.form.locator("button[type=submit]:not(.plain)").last.click()

    @property
    def form(self):
        """The form of the open dialog; without a dialog, the first in the page that is sent."""
        dialog = self.page.locator("dialog[open]")
        return dialog if dialog.count() else self.page.locator("main form[method=post]").first

    @property
    def dialog(self):
        return self.page.locator("dialog[open]")

    def open_dialog(self, path: str) -> None:
        """Opens a dialog by the first link to it in the page."""
        self.page.locator(f"main a[href^='{path}']").first.click()
        self.dialog.wait_for()

    def submit(self, path: str, **fields: str) -> None:
        """Opens the address of a dialog, fills it in and sends it."""
        self.go(path)
        self.fill(**fields)
        self.send()

    def rows(self):
        return self.page.locator("main table.list tbody tr")

    def row(self, id: str):
        return self.page.locator(f"[id='row-{id}']")

    def row_with(self, text: str):
        return self.rows().filter(has_text=text)

    def problem(self):
        return self.page.locator(".error-summary")

    def form_key(self, path: str) -> str:
        """The key of the form that is sent to a path."""
        self.go(path)
        return self.page.locator(f"form[action='{path}'] [name=key]").first.input_value()

    def without_cookies(self, *names: str) -> None:
        """Takes cookies away, as a browser does when their time is over."""
        for name in names:
            self.page.context.clear_cookies(name=name)

    def cookie_names(self) -> set:
        return {cookie["name"] for cookie in self.page.context.cookies()}

    def storage(self) -> str:
        """Everything that scripts can read of what the browser keeps."""
        return json.dumps(self.page.evaluate(
            "() => [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]"))
