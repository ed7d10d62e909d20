internal import IPCProtos
internal import Status

// What the peer sends.
extension ConnectionState {
  /// Takes a frame of the peer.
  ///
  /// - Parameter makeHandle: Creates the handle for a call that the peer opens.
  mutating func receive(
    _ frame: IPCFrame.Kind, at now: Instant, handle makeHandle: (UInt64, CallHeader) -> Handle
  ) {
    switch phase {
    case .handshaking: receiveInHandshake(frame)
    case .introducing: receiveWhileIntroducing(frame)
    case .ready: receiveReady(frame, at: now, handle: makeHandle)
    case .closed: break  // A race: it was on its way when this side closed.
    }
  }

  private mutating func receiveReady(
    _ frame: IPCFrame.Kind, at now: Instant, handle makeHandle: (UInt64, CallHeader) -> Handle
  ) {
    switch frame {
    case .open(let open): receiveOpen(open, at: now, handle: makeHandle)
    case .message(let message): receiveMessage(message)
    case .halfClose(let halfClose): receiveHalfClose(halfClose.call)
    case .end(let end): receiveEnd(end)
    case .cancel(let cancel): receiveCancel(cancel)
    case .credit(let credit): receiveCredit(credit)
    case .ping(let ping): frames.append(.pong(IPCPong(token: ping.token)))
    case .pong(let pong): receivePong(pong.token)
    case .goAway(let goAway): receiveGoAway(goAway)
    case .drain: receiveDrain()
    case .hello, .welcome: fault("The peer sent a second Hello or Welcome.")
    }
  }

  private mutating func receiveOpen(
    _ open: IPCOpen, at now: Instant, handle makeHandle: (UInt64, CallHeader) -> Handle
  ) {
    let id = open.call
    guard !isOurs(id), id > lastIncoming else {
      return fault(
        "Open has id \(id), after \(lastIncoming): ids must grow, and are odd from the host.")
    }
    lastIncoming = id
    // A race: the call was on its way when this side said that it takes no new calls. The peer ends
    // the call itself.
    if lastServed != nil { return }
    let requestBytes = open.message?.count ?? 0
    guard incoming.count < limits.concurrentCalls,
      heldRequestBytes + requestBytes <= limits.requestBytes
    else {
      return emit(.end(IPCEnd(CallEnd(status: .tooManyCalls), call: id)))
    }
    let header = CallHeader(open, at: now)
    let handle = makeHandle(id, header)
    incoming[id] = CallState(
      handle: handle, deadline: header.deadline, halfClosed: header.halfClosed,
      requestBytes: requestBytes)
    heldRequestBytes += requestBytes
    if let deadline = header.deadline { wake(at: deadline) }
    events.append(.accepted(handle))
  }

  private mutating func receiveMessage(_ message: IPCMessage) {
    let id = message.call
    guard let call = isOurs(id) ? outgoing[id] : incoming[id] else {
      return checkUsed(id, by: "Message")
    }
    guard isOurs(id) || !call.halfClosed else {
      return fault("Message for call \(id) came after its HalfClose.")
    }
    guard call.window > 0 else {
      return abandon(id, .creditOverrun)
    }
    spend(FlowControl.cost(of: message.payload), on: id)
    events.append(.received(call.handle, message.payload))
  }

  private mutating func spend(_ bytes: Int, on id: UInt64) {
    if isOurs(id) { outgoing[id]?.window -= bytes } else { incoming[id]?.window -= bytes }
  }

  private mutating func receiveHalfClose(_ id: UInt64) {
    guard !isOurs(id) else {
      return fault("HalfClose for call \(id) came from the side that serves it.")
    }
    guard let call = incoming[id] else { return checkUsed(id, by: "HalfClose") }
    guard !call.halfClosed else { return fault("A second HalfClose came for call \(id).") }
    incoming[id]?.halfClosed = true
    events.append(.halfClosed(call.handle))
  }

  private mutating func receiveEnd(_ end: IPCEnd) {
    guard isOurs(end.call) else {
      return fault("End for call \(end.call) came from the side that made it.")
    }
    guard let call = outgoing.removeValue(forKey: end.call) else {
      return checkUsed(end.call, by: "End")
    }
    events.append(.ended(call.handle, CallEnd(end)))
    noteDrained()
  }

  private mutating func receiveCancel(_ cancel: IPCCancel) {
    guard !isOurs(cancel.call) else {
      return fault("Cancel for call \(cancel.call) came from the side that serves it.")
    }
    guard let call = incoming[cancel.call] else { return checkUsed(cancel.call, by: "Cancel") }
    let reason = cancel.reason.isEmpty ? "The caller cancelled the call." : cancel.reason
    tellCancelled(call, .cancelled(reason))
    incoming[cancel.call]?.cancelled = true
  }

  private mutating func receiveCredit(_ credit: IPCCredit) {
    guard credit.bytes <= FlowControl.largestGrant else {
      return fault(
        "Credit grants \(credit.bytes) bytes; the maximum is \(FlowControl.largestGrant).")
    }
    guard let call = isOurs(credit.call) ? outgoing[credit.call] : incoming[credit.call] else {
      return checkUsed(credit.call, by: "Credit")
    }
    events.append(.credited(call.handle, Int(credit.bytes)))
  }

  private mutating func receivePong(_ token: UInt64) {
    // If the token isn't there, this is a race: the Pong came after the wait for it was over.
    guard pings.removeValue(forKey: token) != nil else { return }
    events.append(.pong(token: token))
  }

  private mutating func receiveGoAway(_ goAway: IPCGoAway) {
    let status = Status(goAway.status ?? IPCStatus())
    peerGoingAway = status
    let unseen = outgoing.filter { $0.key > goAway.lastCall }
    for (id, call) in unseen {
      outgoing[id] = nil
      events.append(.ended(call.handle, CallEnd(status: .goingAway)))
    }
    events.append(.goingAway(status))
    noteDrained()
  }

  private mutating func receiveDrain() {
    guard !role.isHost else { return fault("Only the host may send Drain.") }
    events.append(.drainWanted)
  }

  /// Handles a frame for a call that isn't open. If the id was used, it is a race: the call ended
  /// here while the frame was on its way. Otherwise, the peer invented the id.
  private mutating func checkUsed(_ id: UInt64, by frame: String) {
    let last = isOurs(id) ? lastOutgoing : lastIncoming
    let neverUsed = id == 0 || id > last || (isOurs(id) && last == .max)
    if neverUsed {
      fault("\(frame) is for call \(id), which was never opened.")
    }
  }
}
