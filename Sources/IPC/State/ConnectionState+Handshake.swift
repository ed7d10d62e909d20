internal import IPCProtos
internal import Status

// The introduction: the host's Hello, the plugin's Welcome.
extension ConnectionState {
  mutating func receiveInHandshake(_ frame: IPCFrame.Kind) {
    switch (role, frame) {
    case (.plugin, .hello(let hello)): receiveHello(hello)
    case (.host(let hello), .welcome(let welcome)): receiveWelcome(welcome, to: hello)
    case (_, .goAway(let goAway)): close(Status(goAway.status ?? IPCStatus()), telling: false)
    default: fault("The peer's first frame is not its Hello or Welcome.")
    }
  }

  /// Takes a frame between Hello and this side's Welcome. Only a GoAway may come then, from a host
  /// that changed its mind right after its Hello.
  mutating func receiveWhileIntroducing(_ frame: IPCFrame.Kind) {
    guard case .goAway(let goAway) = frame else {
      return fault("A frame arrived before this side's Welcome.")
    }
    close(Status(goAway.status ?? IPCStatus()), telling: false)
  }

  private mutating func receiveHello(_ hello: IPCHello) {
    guard hello.protocolMin <= hello.protocolMax else {
      return fault("Hello offers protocol \(hello.protocolMin) to \(hello.protocolMax).")
    }
    let offered = hello.protocolMin...hello.protocolMax
    guard offered.contains(Protocol.version) else {
      return close(.protocolUnsupported(offered: offered), telling: true)
    }
    guard acceptable(hello.maxFrameLength) else { return }
    phase = .introducing
    events.append(.greeted(hello))
  }

  /// Responds to the host's Hello.
  mutating func introduce(_ welcome: IPCWelcome, to hello: IPCHello) {
    guard case .introducing = phase else { return }  // A race: closed in the meantime.
    var welcome = welcome
    welcome.protocol = Protocol.version
    welcome.maxFrameLength = UInt32(limits.frameLength)
    frames.append(.welcome(welcome))
    becomeReady(Peer(hello, protocolVersion: Protocol.version))
  }

  private mutating func receiveWelcome(_ welcome: IPCWelcome, to hello: IPCHello) {
    guard hello.protocolMin...hello.protocolMax ~= welcome.protocol else {
      return fault("Welcome chose protocol \(welcome.protocol), which was not offered.")
    }
    guard acceptable(welcome.maxFrameLength) else { return }
    becomeReady(Peer(welcome))
  }

  /// Checks a frame limit. A limit of 0 is the default. A limit that is too low for an End with its
  /// status is a fault.
  private mutating func acceptable(_ frameLength: UInt32) -> Bool {
    guard frameLength == 0 || frameLength >= Protocol.leastFrameLength else {
      fault("max_frame_length is \(frameLength); the minimum is \(Protocol.leastFrameLength).")
      return false
    }
    return true
  }
}
