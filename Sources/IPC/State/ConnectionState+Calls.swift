internal import IPCProtos
internal import Status

// What this side does with calls.
//
// An id that isn't in the tables is a race: the call has ended while this side still used it.
extension ConnectionState {
  /// Opens a call. A call that can't be made ends at once.
  mutating func open(
    _ header: CallHeader, at now: Instant?, handle makeHandle: (UInt64) -> Handle
  ) -> Handle {
    if let refusal = refusal(of: header, at: now) {
      let handle = makeHandle(0)
      events.append(.ended(handle, CallEnd(status: refusal)))
      return handle
    }
    lastOutgoing &+= 2
    let id = lastOutgoing
    let handle = makeHandle(id)
    outgoing[id] = CallState(
      handle: handle, deadline: header.deadline, halfClosed: header.halfClosed)
    if let deadline = header.deadline { wake(at: deadline) }
    emit(.open(IPCOpen(header, call: id, at: now)))
    return handle
  }

  private func refusal(of header: CallHeader, at now: Instant?) -> Status? {
    if case .closed(let status) = phase {
      return status.isOK ? .peerGone : status.asLoss
    }
    if peerGoingAway != nil { return .goingAway }
    if backlog.isFull { return .peerBehind }
    if let deadline = header.deadline, let now, deadline <= now { return .deadlineExceeded }
    return oversize(header.message?.count ?? 0)
  }

  /// Ends a call whose Open could not be encoded. The peer never learns of it.
  mutating func refuse(_ id: UInt64, _ status: Status) {
    guard let call = outgoing.removeValue(forKey: id) else { return }
    events.append(.ended(call.handle, CallEnd(status: status)))
    noteDrained()
  }

  /// Sends a message of a call, in either direction.
  mutating func send(_ payload: [UInt8], on id: UInt64) {
    guard let call = isOurs(id) ? outgoing[id] : incoming[id] else { return }
    precondition(
      !isOurs(id) || !call.halfClosed, "call \(id): a message was sent after the last one")
    if let status = oversize(payload.count) {
      return abandon(id, status)
    }
    emit(.message(IPCMessage(call: id, payload: payload)))
  }

  mutating func halfClose(_ id: UInt64) {
    guard let call = outgoing[id], !call.halfClosed else { return }
    outgoing[id]?.halfClosed = true
    emit(.halfClose(IPCHalfClose(call: id)))
  }

  mutating func cancel(_ id: UInt64, _ reason: String) {
    abandon(id, .cancelled(reason.isEmpty ? "The caller cancelled the call." : reason))
  }

  /// Allows the peer to send `bytes` more.
  mutating func grant(_ bytes: Int, on id: UInt64) {
    guard bytes > 0 else { return }
    if isOurs(id) {
      guard outgoing[id] != nil else { return }
      outgoing[id]?.grant(bytes)
    } else {
      // After the caller's last message, there is nothing left for which to grant credit.
      guard let call = incoming[id], !call.halfClosed else { return }
      incoming[id]?.grant(bytes)
    }
    emit(.credit(IPCCredit(call: id, bytes: UInt64(bytes))))
  }

  /// Ends a call of the peer. A second end finds no call, so exactly one End is sent.
  mutating func end(_ id: UInt64, _ end: CallEnd) {
    guard removeIncoming(id) != nil else { return }
    let refusal = oversize(end) ?? (backlog.isFull && !end.isShort ? Status.peerBehind : nil)
    emit(.end(IPCEnd(refusal.map { CallEnd(status: $0) } ?? end, call: id)))
    noteDrained()
  }

  /// Abandons a call from this side, whichever side made it.
  mutating func abandon(_ id: UInt64, _ status: Status) {
    if let call = outgoing.removeValue(forKey: id) {
      emit(.cancel(IPCCancel(call: id, reason: status.message)))
      events.append(.ended(call.handle, CallEnd(status: status)))
    } else if let call = removeIncoming(id) {
      emit(.end(IPCEnd(CallEnd(status: status), call: id)))
      tellCancelled(call, status)
    }
    noteDrained()
  }

  /// Returns why a payload fits no frame that the peer accepts, or nil if it fits.
  private func oversize(_ length: Int) -> Status? {
    length + Protocol.frameOverhead > peerFrameLength
      ? .frameTooLarge(length, limit: peerFrameLength) : nil
  }

  private func oversize(_ end: CallEnd) -> Status? {
    end.message.flatMap { oversize($0.count) }
  }

  /// Sends the frames that waited for the handshake, now that the peer's frame limit is known.
  mutating func releaseHeld() {
    let waiting = held
    held = []
    for frame in waiting {
      release(frame)
    }
  }

  private mutating func release(_ frame: IPCFrame.Kind) {
    switch frame {
    case .open(let open): releaseOpen(open, frame)
    case .message(let message): releaseMessage(message, frame)
    case .halfClose(let halfClose): releaseIfOpen(halfClose.call, frame)
    case .credit(let credit): releaseIfOpen(credit.call, frame)
    case .cancel: break  // Its Open was held as well, and is no longer sent.
    default: frames.append(frame)
    }
  }

  private mutating func releaseOpen(_ open: IPCOpen, _ frame: IPCFrame.Kind) {
    guard let status = oversize(open.message?.count ?? 0) else {
      return releaseIfOpen(open.call, frame)
    }
    refuse(open.call, status)
  }

  private mutating func releaseMessage(_ message: IPCMessage, _ frame: IPCFrame.Kind) {
    guard let status = oversize(message.payload.count) else {
      return releaseIfOpen(message.call, frame)
    }
    abandon(message.call, status)
  }

  /// Sends a held frame, unless its call was cancelled before it could be sent.
  private mutating func releaseIfOpen(_ id: UInt64, _ frame: IPCFrame.Kind) {
    if outgoing[id] != nil { frames.append(frame) }
  }
}

extension CallEnd {
  /// Whether the end is so short that the peer gets it even when it reads nothing.
  fileprivate var isShort: Bool {
    (message?.count ?? 0) + status.message.utf8.count <= 1024 && trailers.isEmpty
      && status.fieldViolations.isEmpty
  }
}

extension Status {
  /// The same status as the outcome of a call that was lost with its connection.
  var asLoss: Status {
    Status(
      .unavailable, reason: .connectionLost, message: "The connection is closed: \(self)")
  }
}
