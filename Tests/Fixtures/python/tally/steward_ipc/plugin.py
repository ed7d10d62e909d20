"""A plugin as its author sees it."""

import asyncio
import os
import re
import sys

from .connection import FROM_HOST, TO_HOST, Connection


class Plugin:
    """What the plugin serves, and its run from Hello to the end."""

    def __init__(self, name, version, types):
        self.name, self.version, self.types = name, version, types
        self.services = []
        self.methods = {}

    def serve(self, service, handlers):
        """Serves rpc FooBar of the service by `handlers.foo_bar(request, call)`.

        A method that takes a stream gets an async iterator of requests. One that responds with a
        stream is an async generator; any other returns its response.
        """
        self.services.append(service)
        for name, method in self.types.methods(service).items():
            handler = getattr(handlers, re.sub(r"(?<=.)(?=[A-Z])", "_", name).lower(), None)
            if handler:
                self.methods[f"{service}/{name}"] = (method, handler)

    def run(self):
        """Speaks with the host until it is done with the plugin, and exits."""
        # A line that waits in a buffer is of no use to a reader of the log. (§1)
        sys.stdout.reconfigure(line_buffering=True)
        try:
            for descriptor in (FROM_HOST, TO_HOST):
                os.set_inheritable(descriptor, False)
        except OSError:
            print(f"{self.name} is a plugin of Steward: the host starts it.", file=sys.stderr)
            sys.exit(64)
        # Python ignores SIGPIPE by itself.
        sys.exit(asyncio.run(Connection(self).run()))
