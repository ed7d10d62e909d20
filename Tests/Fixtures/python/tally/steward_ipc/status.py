"""How calls and connections fail. (§11)"""

import enum


class Code(enum.IntEnum):
    """The status codes of §11."""

    OK = 0
    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16


class Status(Exception):
    """How a call failed: a handler raises it, and `Call.invoke` does."""

    def __init__(self, code, reason, message):
        super().__init__(message)
        # Kept as a number, so that a code that is not known yet is not lost.
        self.code, self.reason, self.message = int(code), reason, message

    def fields(self):
        # A message may quote anything, but NUL or a lone surrogate would end the connection. (§2)
        message = self.message.replace("\0", "\ufffd").encode(errors="replace").decode()
        return {"code": self.code, "reason": self.reason, "message": message}


class ProtocolError(Exception):
    """The host broke the protocol: there is no going on with this connection."""
