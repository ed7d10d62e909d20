"""The calls of a connection: their messages, credit and deadlines. (§4 to §6)"""

import asyncio
import collections
import contextlib
import inspect
import traceback

from google.protobuf.message import DecodeError

from .status import Code, Status

WINDOW = 262144


class Stream:
    """The messages of one call in both directions, with their credit. (§5)"""

    def __init__(self, connection, call_id):
        self.id = call_id
        self._connection = connection
        self._received = collections.deque()
        self._whole = False
        self._failure = None
        self._progress = asyncio.Event()
        self._may_send = self._may_receive = WINDOW
        self._consumed = 0

    async def send(self, payload):
        """Sends one message, once there is credit for it."""
        while self._may_send <= 0:
            await self._wait()
        self._may_send -= max(len(payload), 1)
        self._connection.write("message", call=self.id, payload=payload)
        await self._connection.breathe()

    async def receive(self):
        """The next message, or None after the last. Taking it gives its credit back."""
        while not self._received:
            if self._failure:
                raise self._failure
            if self._whole:
                return None
            await self._wait()
        payload, cost = self._received.popleft()
        self._consumed += cost
        if self._consumed >= WINDOW // 2 and not self._whole:
            self._connection.write("credit", call=self.id, bytes=self._consumed)
            self._may_receive += self._consumed
            self._consumed = 0
        return payload

    def credited(self, amount):
        self._may_send += amount
        self._progress.set()

    def arrived(self, payload, free=False):
        """Keeps a message until the handler takes it. False if the sender had no credit."""
        if not free and self._may_receive <= 0:
            return False
        cost = 0 if free else max(len(payload), 1)
        self._may_receive -= cost
        self._received.append((payload, cost))
        self._progress.set()
        return True

    def close(self, failure=None):
        """No further message comes; what has come can still be taken."""
        self._whole, self._failure = True, failure
        self._progress.set()

    @property
    def whole(self):
        return self._whole

    async def _wait(self):
        self._progress.clear()
        await self._progress.wait()


class Call(Stream):
    """A call that the plugin serves."""

    def __init__(self, connection, opened):
        super().__init__(connection, opened.call)
        self.method = opened.method
        self.metadata = dict(opened.metadata)
        self.principal = opened.principal
        self.idempotency_key = opened.idempotency_key
        # The caller's address; empty for a caller on this machine. (§8)
        self.peer = opened.peer
        self._task = None
        self._stopped = None
        self._timer = None
        # The host's clock is another one, so the deadline counts from now. (§6)
        self._deadline = None
        if opened.timeout_us:
            self._deadline = asyncio.get_running_loop().time() + opened.timeout_us / 1e6

    def time_left(self):
        """Seconds, or None if there is no deadline."""
        if self._deadline is None:
            return None
        return max(0.0, self._deadline - asyncio.get_running_loop().time())

    async def invoke(self, method, request):
        """Calls a unary method of another plugin on behalf of this call's principal. (§8)"""
        return await self._connection.invoke(method, request, self)

    def start(self, method, handler):
        self._task = asyncio.create_task(self._handle(method, handler))
        # Not in the task itself, because a task that is cancelled before its first step runs no
        # line.
        self._task.add_done_callback(self._done)
        if self._deadline is not None:
            self._timer = asyncio.get_running_loop().call_at(self._deadline, self.stop, Status(
                Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED",
                f"{self.method} did not end within its time."))

    def stop(self, status):
        """Stops the handler; the call ends with `status`."""
        if not self._stopped:
            self._stopped = status
            self._task.cancel()

    def _done(self, task):
        if self._timer:
            self._timer.cancel()
        error = None if task.cancelled() else task.exception()
        if self._stopped:  # The handler may have ended in any way because of it.
            self._connection.end(self.id, self._stopped)
        elif isinstance(error, Status):
            self._connection.end(self.id, error)
        elif error:
            traceback.print_exception(error)
            self._connection.end(self.id, Status(
                Code.UNKNOWN, "UNKNOWN", f"{self.method} failed; the plugin's log says how."))
        elif not task.cancelled():  # Otherwise the whole connection ends, and no peer listens.
            self._connection.end(self.id, None, task.result())

    async def _handle(self, method, handler):
        """Runs the handler, and returns the response that travels in the End, if there is one."""
        requests = self._requests(method)
        async with contextlib.aclosing(requests):
            argument = requests if method.streams_requests else await self._only(requests)
            result = handler(argument, self)
            if inspect.isawaitable(result):
                return (await result).SerializeToString()
            async with contextlib.aclosing(result):
                async for response in result:
                    await self.send(response.SerializeToString())
            return None

    async def _requests(self, method):
        while (payload := await self.receive()) is not None:
            try:
                request = method.Request.FromString(payload)
            except DecodeError:
                raise Status(
                    Code.INVALID_ARGUMENT, "MALFORMED_MESSAGE",
                    f"The request is not a valid {method.Request.DESCRIPTOR.full_name}.") from None
            yield request

    async def _only(self, requests):
        request = await anext(requests, None)
        if request is None:
            raise Status(
                Code.INVALID_ARGUMENT, "MISSING_REQUEST", f"{self.method} takes a request.")
        if await anext(requests, None) is not None:
            raise Status(
                Code.INVALID_ARGUMENT, "SURPLUS_REQUEST", f"{self.method} takes one request.")
        return request
