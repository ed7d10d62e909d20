import IPCProtos
import Randomness

extension SeededRandom {
  /// Returns a frame with any content, for a call that may exist.
  mutating func frame() -> IPCFrame.Kind {
    let call = callID()
    switch Int.random(in: 0..<16, using: &self) {
    case 0: return .hello(hello())
    case 1: return .welcome(welcome())
    case 2..<6: return .open(open(call))
    case 6, 7: return .message(IPCMessage(call: call, payload: payload()))
    case 8: return .halfClose(IPCHalfClose(call: call))
    case 9, 10: return .end(end(call))
    case 11: return .cancel(IPCCancel(call: call, reason: text()))
    case 12: return .credit(IPCCredit(call: call, bytes: number()))
    case 13: return .ping(IPCPing(token: number()))
    case 14: return .pong(IPCPong(token: number()))
    default:
      guard oneIn(4) else { return .ping(IPCPing(token: 1)) }  // Few frames follow a GoAway.
      guard oneIn(2) else { return .drain(IPCDrain()) }
      return .goAway(IPCGoAway(status: status(), lastCall: number()))
    }
  }

  /// Returns the frame that the peer of a connection begins with, or sometimes any other frame.
  mutating func greeting(toHost: Bool) -> IPCFrame.Kind {
    guard !oneIn(6) else { return frame() }
    return toHost
      ? .welcome(IPCWelcome(protocol: 1)) : .hello(IPCHello(protocolMin: 1, protocolMax: 1))
  }

  private mutating func callID() -> UInt64 {
    oneIn(8) ? number() : .random(in: 0...12, using: &self)
  }

  private mutating func hello() -> IPCHello {
    IPCHello(
      protocolMin: UInt32(truncatingIfNeeded: number()),
      protocolMax: UInt32(truncatingIfNeeded: number()), hostName: text(),
      maxFrameLength: UInt32(truncatingIfNeeded: number()))
  }

  private mutating func welcome() -> IPCWelcome {
    IPCWelcome(
      protocol: UInt32(truncatingIfNeeded: number()), name: text(),
      maxFrameLength: UInt32(truncatingIfNeeded: number()), services: [text()],
      descriptorSet: bytes(0...20))
  }

  private mutating func open(_ call: UInt64) -> IPCOpen {
    let method = FuzzedMethods.names.randomElement(using: &self) ?? ""
    return IPCOpen(
      call: call, method: oneIn(6) ? text() : method, timeoutUs: oneIn(3) ? number() : 0,
      metadata: oneIn(4) ? [text(): text()] : [:],
      principal: oneIn(2) ? principal() : nil,
      idempotencyKey: oneIn(4) ? text() : "", message: oneIn(3) ? nil : payload(),
      halfClose: oneIn(2), parentCall: oneIn(6) ? number() : 0,
      peer: oneIn(4) ? text() : "")
  }

  private mutating func principal() -> IPCPrincipal {
    IPCPrincipal(
      kind: .init(rawValue: Int32(truncatingIfNeeded: number())), id: text(),
      roles: oneIn(2) ? [IPCRoleGrant(role: text(), organizationId: text())] : [],
      session: oneIn(2) ? text() : "")
  }

  private mutating func end(_ call: UInt64) -> IPCEnd {
    IPCEnd(
      call: call, status: oneIn(3) ? nil : status(), trailers: oneIn(4) ? [text(): text()] : [:],
      message: oneIn(2) ? payload() : nil)
  }

  private mutating func status() -> IPCStatus {
    IPCStatus(
      code: UInt32(truncatingIfNeeded: number()), reason: text(), message: text(),
      retryDelayMs: oneIn(2) ? number() : nil)
  }

  /// Returns a payload. It is often a StringValue of "abc", which the methods accept.
  private mutating func payload() -> [UInt8] {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: bytes(0...40)
    case 1: [UInt8](repeating: 0, count: Int.random(in: 0...400_000, using: &self))
    default: [0x0A, 3, 0x61, 0x62, 0x63]
    }
  }
}
