"""Steward's IPC v1 for plugins in Python, after proto/README.md; § names its sections.

One thread runs it all: the loop that reads frames never waits for a handler, so a Ping gets its Pong
and a Cancel is heard while calls run. A handler must therefore await what takes long, or hand it to
asyncio.to_thread. No code is generated: the messages come from a descriptor set at run time.
"""

from .descriptors import Types
from .plugin import Plugin
from .status import Code, Status

__all__ = ["Code", "Plugin", "Status", "Types"]
