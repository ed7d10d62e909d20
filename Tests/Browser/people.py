"""Organizations and the people in them, each made for one test so that tests share a server."""

import itertools
from dataclasses import dataclass, field

from server import PASSWORD, Server

ROLES = ["admin", "developer", "billing", "user", "claude_code_user"]
_numbers = itertools.count(100)


@dataclass(frozen=True)
class Person:
    email: str
    name: str
    role: str = "super_admin"
    id: str = ""
    password: str = PASSWORD


ADA = Person("ada@example.com", "Ada")


@dataclass
class Place:
    """An organization of its own, with what a test makes in it."""

    server: Server
    name: str
    id: str = ""
    people: dict = field(default_factory=dict)

    @staticmethod
    def make(server: Server, name: str = "") -> "Place":
        name = name or f"Place {next(_numbers)}"
        return Place(server, name, server.call("Orgs/Create", name=name)["id"])

    @property
    def path(self) -> str:
        return f"/console/orgs/{self.id}"

    def person(self, role: str = "admin", name: str = "") -> Person:
        """Adds a person with a password. The same role twice makes two people."""
        number = next(_numbers)
        email = f"{role.replace('_', '-')}-{number}@example.com"
        user = self.server.call(
            "Users/Add", organization_id=self.id, email=email, name=name or f"Person {number}",
            role=role)
        reset = self.server.call("Auth/CreatePasswordReset", user_id=user["id"])
        self.server.call("Auth/ResetPassword", token=reset["token"], password=PASSWORD)
        person = Person(email, name or f"Person {number}", role, user["id"])
        self.people[person.id] = person
        return person

    def workspace(self, name: str = "") -> dict:
        return self.server.call(
            "Workspaces/Create", organization_id=self.id, name=name or f"Work {next(_numbers)}")

    def key(self, workspace: dict, name: str = "", **more) -> dict:
        """Issues a key. The response has its secret."""
        return self.server.call(
            "Keys/Issue", organization_id=self.id, workspace_id=workspace["id"],
            name=name or f"Key {next(_numbers)}", **more)

    def registered(self, workspace: dict, value: str) -> dict:
        """Registers a key that was issued elsewhere."""
        return self.server.call(
            "Keys/Register", organization_id=self.id, workspace_id=workspace["id"],
            id=f"apikey_{next(_numbers):024d}", value=value)

    def counts(self) -> dict:
        """The numbers that the organization's record holds."""
        record = self.server.call("Orgs/Get", id=self.id)
        return {name: record.get(f"{name}_count", 0) for name in ["workspace", "member", "key"]}
