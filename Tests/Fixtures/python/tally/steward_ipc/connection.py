"""The two pipes: frames, the handshake, and what each frame means. (§2, §3, §8, §10)"""

import asyncio
import os
import sys

from google.protobuf.message import DecodeError

from .calls import Call, Stream
from .status import Code, ProtocolError, Status

FROM_HOST, TO_HOST = 3, 4
PROTOCOL = 1
MAX_FRAME_LENGTH = 4194304
MAX_CALLS = 1024
# The number of bytes that are gathered before a write, unless the loop comes round earlier.
WRITE_LENGTH = 65536


class Connection:
    """The two pipes, and every call that is open on them."""

    def __init__(self, plugin):
        self._plugin = plugin
        self._types = plugin.types
        self._Frame = plugin.types["steward.ipc.v1.Frame"]
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
        """Lets the loop read and respond while a handler sends much."""
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
                f"{self._plugin.name} speaks version {PROTOCOL} of the protocol only."))
            return False
        self.write(
            "welcome", protocol=PROTOCOL, name=self._plugin.name, version=self._plugin.version,
            max_frame_length=MAX_FRAME_LENGTH, services=self._plugin.services,
            descriptor_set=self._types.descriptor_set(self._plugin.services))
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
        if opened.method not in self._plugin.methods:
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
        call.start(*self._plugin.methods[opened.method])

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

    # Calls to other plugins (§8)

    async def invoke(self, name, request, parent):
        if self._leaving:
            raise Status(Code.UNAVAILABLE, "GOING_AWAY", "The host takes no new calls.")
        method = self._types.method(name)
        time_left = parent.time_left()
        made = Stream(self, self._last_made + 2)
        self.write(
            "open", call=made.id, method=name, message=request.SerializeToString(),
            half_close=True, parent_call=parent.id,
            # 0 would mean no deadline at all.
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
            # Still open if this call was stopped. Then the response is not needed.
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
