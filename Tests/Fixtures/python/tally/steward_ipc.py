"""Steward's IPC v1 for modules in Python, after proto/README.md; § names its sections.

One thread runs it all: the loop that reads frames never waits for a handler, so a Ping is answered
and a Cancel is heard while calls run. A handler must therefore await what takes long, or hand it to
asyncio.to_thread. No code is generated: the messages come from a descriptor set at run time.
"""

import asyncio
import collections
import contextlib
import enum
import inspect
import os
import re
import sys
import traceback
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.message import DecodeError

FROM_HOST, TO_HOST = 3, 4
PROTOCOL = 1
MAX_FRAME_LENGTH = 4194304
WINDOW = 262144
MAX_CALLS = 1024
# So much is gathered before it is written, unless the loop comes round earlier.
WRITE_LENGTH = 65536


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
        # Kept as a number: a code that is not known yet must not be lost.
        self.code, self.reason, self.message = int(code), reason, message

    def fields(self):
        # A message may quote anything, but NUL or a lone surrogate would cost the connection. (§2)
        message = self.message.replace("\0", "\ufffd").encode(errors="replace").decode()
        return {"code": self.code, "reason": self.reason, "message": message}


class ProtocolError(Exception):
    """The host broke the protocol: there is no going on with this connection."""


class Types:
    """The messages and services of a descriptor set that protoc has written."""

    def __init__(self, path):
        self._files = descriptor_pb2.FileDescriptorSet.FromString(Path(path).read_bytes()).file
        self._pool = descriptor_pool.DescriptorPool()
        for file in self._files:  # protoc writes a file after those that it imports
            self._pool.AddSerializedFile(file.SerializeToString())
        # The name that newer versions of the protobuf package have for the same thing.
        self._make = getattr(message_factory, "GetMessageClass", None) \
            or message_factory.MessageFactory(self._pool).GetPrototype

    def __getitem__(self, name):
        """The class of the message with this full name."""
        return self._make(self._pool.FindMessageTypeByName(name))

    def method(self, name):
        """The method called "package.Service/Method"."""
        service, _, method = name.partition("/")
        return self.methods(service)[method]

    def methods(self, service):
        """The methods of a service by their names."""
        definition = descriptor_pb2.ServiceDescriptorProto()
        descriptor = self._pool.FindServiceByName(service)
        descriptor.CopyToProto(definition)
        return {
            method.name: Method(
                method.name, method.client_streaming, method.server_streaming,
                self._make(descriptor.methods_by_name[method.name].input_type),
                self._make(descriptor.methods_by_name[method.name].output_type))
            for method in definition.method
        }

    def descriptor_set(self, services):
        """The serialized part of the set that defines these services."""
        imports = {file.name: file.dependency for file in self._files}
        needed = set()
        pending = [self._pool.FindServiceByName(service).file.name for service in services]
        while pending:
            name = pending.pop()
            if name not in needed:
                needed.add(name)
                pending += imports[name]
        files = [file for file in self._files if file.name in needed]
        return descriptor_pb2.FileDescriptorSet(file=files).SerializeToString()


Method = collections.namedtuple(
    "Method", ["name", "streams_requests", "streams_responses", "Request", "Response"])


class Module:
    """What the module serves, and its run from Hello to the end."""

    def __init__(self, name, version, types):
        self.name, self.version, self.types = name, version, types
        self.services = []
        self.methods = {}

    def serve(self, service, handlers):
        """Serves rpc FooBar of the service by `handlers.foo_bar(request, call)`.

        A method that takes a stream gets an async iterator of requests. One that answers with a
        stream is an async generator; any other returns its response.
        """
        self.services.append(service)
        for name, method in self.types.methods(service).items():
            handler = getattr(handlers, re.sub(r"(?<=.)(?=[A-Z])", "_", name).lower(), None)
            if handler:
                self.methods[f"{service}/{name}"] = (method, handler)

    def run(self):
        """Speaks with the host until it is done with the module, and exits."""
        # A line is of no use to whoever reads the log if it waits in a buffer. (§1)
        sys.stdout.reconfigure(line_buffering=True)
        try:
            for descriptor in (FROM_HOST, TO_HOST):
                os.set_inheritable(descriptor, False)
        except OSError:
            print(f"{self.name} is a module of Steward: the host starts it.", file=sys.stderr)
            sys.exit(64)
        # Python ignores SIGPIPE by itself.
        sys.exit(asyncio.run(_Connection(self).run()))


class _Stream:
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


class Call(_Stream):
    """A call that the module serves."""

    def __init__(self, connection, opened):
        super().__init__(connection, opened.call)
        self.method = opened.method
        self.metadata = dict(opened.metadata)
        self.principal = opened.principal
        self.idempotency_key = opened.idempotency_key
        self._task = None
        self._stopped = None
        self._timer = None
        # The host's clock is not ours: the deadline counts from now. (§6)
        self._deadline = None
        if opened.timeout_us:
            self._deadline = asyncio.get_running_loop().time() + opened.timeout_us / 1e6

    def time_left(self):
        """Seconds, or None if there is no deadline."""
        if self._deadline is None:
            return None
        return max(0.0, self._deadline - asyncio.get_running_loop().time())

    async def invoke(self, method, request):
        """Calls a unary method of another module on behalf of this call's principal. (§8)"""
        return await self._connection.invoke(method, request, self)

    def start(self, method, handler):
        self._task = asyncio.create_task(self._handle(method, handler))
        # Not in the task itself: one that is cancelled before its first step runs no line.
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
                Code.UNKNOWN, "UNKNOWN", f"{self.method} failed; the module's log says how."))
        elif not task.cancelled():  # Otherwise the whole connection ends, and nobody listens.
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
                    f"The request is no {method.Request.DESCRIPTOR.full_name}.") from None
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


class _Connection:
    """The two pipes, and every call that is open on them."""

    def __init__(self, module):
        self._module = module
        self._types = module.types
        self._Frame = module.types["steward.ipc.v1.Frame"]
        self._reader = self._writer = None
        self._ready = bytearray()
        self._max_frame_length = MAX_FRAME_LENGTH
        self._calls = {}  # both sides' calls that have not ended, by id
        self._served = set()
        self._last_heard = self._last_made = 0
        self._leaving = False

    async def run(self):
        """The exit status, once the host has gone."""
        loop = asyncio.get_running_loop()
        self._reader = asyncio.StreamReader()
        await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(self._reader), os.fdopen(FROM_HOST, "rb", 0))
        self._writer, _ = await loop.connect_write_pipe(
            asyncio.BaseProtocol, os.fdopen(TO_HOST, "wb", 0))
        try:
            if not await self._shake_hands():
                return 0
            while (frame := await self._read()) is not None:
                self._receive(frame)
            return 0
        except (ProtocolError, asyncio.IncompleteReadError) as error:
            print(f"The connection to the host is lost: {error}", file=sys.stderr)
            self._part(Status(Code.INTERNAL, "PROTOCOL_ERROR", str(error)))
            return 1
        finally:
            self._flush()
            self._writer.close()

    # Frames (§2)

    async def _read(self):
        """The next frame, or None when the host has said all."""
        try:
            prefix = await self._reader.readexactly(4)
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise
            return None
        length = int.from_bytes(prefix, "big")
        if length > MAX_FRAME_LENGTH:
            raise ProtocolError(f"A frame of {length} bytes is longer than {MAX_FRAME_LENGTH}.")
        try:
            return self._Frame.FromString(await self._reader.readexactly(length))
        except DecodeError:
            raise ProtocolError(f"{length} bytes are no frame.") from None

    def write(self, kind, **fields):
        """Writes a frame, together with the others that are ready by then."""
        frame = self._Frame()
        body = getattr(frame, kind)
        body.SetInParent()  # A frame without fields is still a frame of its kind.
        body.MergeFrom(type(body)(**fields))
        encoded = frame.SerializeToString()
        if len(encoded) > self._max_frame_length:
            raise Status(
                Code.RESOURCE_EXHAUSTED, "FRAME_TOO_LARGE",
                f"A message of {len(encoded)} bytes is longer than the host accepts.")
        if not self._ready:
            asyncio.get_running_loop().call_soon(self._flush)
        self._ready += len(encoded).to_bytes(4, "big") + encoded

    async def breathe(self):
        """Lets the loop read and answer while a handler sends much."""
        if len(self._ready) >= WRITE_LENGTH:
            self._flush()
            await asyncio.sleep(0)

    def _flush(self):
        if self._ready and not self._writer.is_closing():
            self._writer.write(bytes(self._ready))  # what the pipe doesn't take now is kept
        self._ready.clear()

    # The handshake (§3)

    async def _shake_hands(self):
        frame = await self._read()
        while frame is not None and frame.WhichOneof("kind") is None:
            frame = await self._read()
        if frame is None or frame.HasField("go_away"):
            return False
        if not frame.HasField("hello"):
            raise ProtocolError("The host's first frame is no Hello.")
        hello = frame.hello
        self._max_frame_length = hello.max_frame_length or MAX_FRAME_LENGTH
        if not hello.protocol_min <= PROTOCOL <= hello.protocol_max:
            self._part(Status(
                Code.FAILED_PRECONDITION, "PROTOCOL_UNSUPPORTED",
                f"{self._module.name} speaks version {PROTOCOL} of the protocol only."))
            return False
        self.write(
            "welcome", protocol=PROTOCOL, name=self._module.name, version=self._module.version,
            max_frame_length=MAX_FRAME_LENGTH, services=self._module.services,
            descriptor_set=self._types.descriptor_set(self._module.services))
        return True

    # Calls (§4)

    def _receive(self, frame):
        kind = frame.WhichOneof("kind")
        if kind is None or kind == "pong":
            return
        body = getattr(frame, kind)
        if kind == "ping":
            self.write("pong", token=body.token)
        elif kind == "go_away":
            self._host_leaves(body)
        elif kind == "open":
            self._opened(body)
        elif kind in ("hello", "welcome"):
            raise ProtocolError(f"A {kind} came after the handshake.")
        elif call := self._find(kind, body.call):
            self._received(kind, body, call)

    def _find(self, kind, call_id):
        """The call that a frame is about, or None if it has ended: frames may cross."""
        served = call_id % 2 == 1
        if (served and kind == "end") or (not served and kind in ("half_close", "cancel")):
            raise ProtocolError(f"{kind} for call {call_id} came from the wrong side.")
        if not 0 < call_id <= (self._last_heard if served else self._last_made):
            raise ProtocolError(f"{kind} came for call {call_id}, which was never opened.")
        return self._calls.get(call_id)

    def _received(self, kind, body, call):
        if kind in ("message", "half_close") and call.whole:
            raise ProtocolError(f"{kind} came for call {call.id} after its half-close.")
        if kind == "message":
            if not call.arrived(body.payload):
                self._overrun(call)
        elif kind == "half_close":
            call.close()
        elif kind == "credit":
            if body.bytes > 2147483647:
                raise ProtocolError(f"call {call.id} was credited {body.bytes} bytes at once.")
            call.credited(body.bytes)
        elif kind == "cancel":
            call.stop(Status(Code.CANCELLED, "CANCELLED", body.reason or "The caller gave up."))
        elif kind == "end":
            self._ended(call, body)

    def _opened(self, opened):
        if opened.call % 2 == 0 or opened.call <= self._last_heard:
            raise ProtocolError(f"{opened.call} is no id for the host's next call.")
        self._last_heard = opened.call
        if opened.method not in self._module.methods:
            return self.end(opened.call, Status(
                Code.UNIMPLEMENTED, "UNKNOWN_METHOD", f"There is no method {opened.method}."))
        if len(self._served) >= MAX_CALLS:
            return self.end(opened.call, Status(
                Code.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS", f"{MAX_CALLS} calls are open."))
        call = Call(self, opened)
        self._calls[call.id] = call
        self._served.add(call.id)
        if opened.HasField("message"):
            call.arrived(opened.message, free=True)
        if opened.half_close:
            call.close()
        call.start(*self._module.methods[opened.method])

    def end(self, call_id, status, response=None):
        """The last word on a call that the host made."""
        self._calls.pop(call_id, None)
        self._served.discard(call_id)
        try:
            if status:
                self.write("end", call=call_id, status=status.fields())
            else:
                self.write("end", call=call_id, message=response)
        except Status as too_large:
            self.write("end", call=call_id, status=too_large.fields())
        self._leave_when_done()

    # Calls to other modules (§8)

    async def invoke(self, name, request, parent):
        if self._leaving:
            raise Status(Code.UNAVAILABLE, "GOING_AWAY", "The host takes no new calls.")
        method = self._types.method(name)
        time_left = parent.time_left()
        made = _Stream(self, self._last_made + 2)
        self.write(
            "open", call=made.id, method=name, message=request.SerializeToString(),
            half_close=True, parent_call=parent.id,
            # 0 would be no deadline at all.
            timeout_us=0 if time_left is None else max(1, int(time_left * 1e6)))
        self._last_made = made.id
        self._calls[made.id] = made
        try:
            payload = await made.receive()
            if payload is None:
                raise Status(Code.INTERNAL, "MISSING_RESPONSE", f"{name} gave no response.")
            await made.receive()  # Nothing, or how the call failed.
            return method.Response.FromString(payload)
        except DecodeError:
            raise Status(
                Code.INTERNAL, "MALFORMED_MESSAGE",
                f"The response is no {method.Response.DESCRIPTOR.full_name}.") from None
        finally:
            # Still open if this call was stopped: then nobody waits for the answer.
            if self._calls.pop(made.id, None):
                self.write("cancel", call=made.id, reason="The call that made it has ended.")

    def _ended(self, call, end):
        del self._calls[call.id]
        if end.HasField("message"):
            call.arrived(end.message, free=True)
        status = end.status
        call.close(Status(status.code, status.reason, status.message) if status.code else None)

    def _overrun(self, call):
        """The host sent without credit: that call is lost, and only that."""
        status = Status(
            Code.RESOURCE_EXHAUSTED, "FLOW_CONTROL", "A message came for which no credit was left.")
        if isinstance(call, Call):
            call.stop(status)
        else:
            del self._calls[call.id]
            self.write("cancel", call=call.id, reason=status.message)
            call.close(status)

    # Parting (§10)

    def _host_leaves(self, go_away):
        self._leaving = True
        if go_away.status.code:
            print(f"The host has closed: {go_away.status.message}", file=sys.stderr)
        for call_id in [i for i in self._calls if i % 2 == 0 and i > go_away.last_call]:
            self._calls.pop(call_id).close(
                Status(Code.UNAVAILABLE, "GOING_AWAY", "The host takes no new calls."))
        self._leave_when_done()

    def _leave_when_done(self):
        """After GoAway, what is served is finished; then descriptor 4 is closed."""
        if self._leaving and not self._served:
            self._flush()
            self._writer.close()

    def _part(self, status):
        self.write("go_away", status=status.fields(), last_call=self._last_heard)
