"""The pages of the console, for tests that look at every one."""

from people import Place


class Tour:
    """An organization with something on every page."""

    def __init__(self, place: Place):
        self.place = place
        self.person = place.person("admin", "達也")
        # Only a super admin sees the pages of the host.
        place.server.call("Users/Update", id=self.person.id, is_super_admin=True)
        self.workspace = place.workspace("Research")
        self.key = place.key(self.workspace, "Nightly", user_id=self.person.id)["key"]
        place.registered(self.workspace, "sk-ant-api03-" + "r" * 40 + "nwAA")
        place.server.call("Invites/Create", organization_id=place.id,
                          email=f"invited-{place.id[:8]}@example.com", role="user")

    @property
    def pages(self) -> list:
        """Whole pages."""
        path = self.place.path
        return [
            "/console/", "/console/orgs", path, f"{path}/workspaces",
            f"{path}/workspaces/{self.workspace['id']}", f"{path}/keys",
            f"{path}/keys/{self.key['id']}", f"{path}/users", f"{path}/users/{self.person.id}",
            f"{path}/admin-keys", "/console/audit", "/console/audit/1", "/console/plugins",
            "/console/plugins/keys", "/console/account", "/console/find?q=Research",
        ]

    @property
    def dialogs(self) -> list:
        """Pages with an open dialog."""
        path = self.place.path
        workspace = f"{path}/workspaces/{self.workspace['id']}"
        key = f"{path}/keys/{self.key['id']}"
        return [
            "/console/orgs/new", f"{path}/edit", f"{path}/delete", "/console/orgs/switch",
            "/console/shortcuts", f"{path}/workspaces/new", f"{workspace}/edit",
            f"{workspace}/archive", f"{workspace}/members/new", f"{path}/keys/new",
            f"{path}/keys/register", f"{key}/rotate", f"{key}/link", f"{key}/archive",
            f"{path}/users/new", f"{path}/admin-keys/new", "/console/audit/verify",
        ]

    @property
    def pictures(self) -> list:
        """The pages that a person looks at before a release."""
        return [self.pages[index] for index in (0, 1, 2, 3, 5, 6, 7, 10, 12, 14)] + [
            "/console/orgs/new", f"{self.place.path}/keys/new"]
