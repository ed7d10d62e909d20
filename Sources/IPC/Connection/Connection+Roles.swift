public import IPCProtos
public import Status

extension Connection {
  /// What one side allows the other, and how long it waits.
  public struct Configuration: Sendable {
    /// The longest frame that is accepted.
    public var maximumFrameLength = Protocol.defaultFrameLength
    /// How many calls the other side may have open at once.
    public var maximumConcurrentCalls = 1024
    /// How long the other side may take to introduce itself; nil for as long as it likes.
    public var handshakeTimeout: Duration? = .seconds(10)
    package var time: any ConnectionClock = SystemClock()
    var backlog = Backlog.ConnectionLimits()
    var requestBytes = 64 << 20

    /// Creates the default configuration.
    public init() {}
  }

  /// What happens to a connection as a whole.
  public enum Event: Sendable {
    /// The handshake is done.
    case ready(Peer)
    /// The other side takes no new calls, and wants to part.
    case goingAway(Status)
    /// The host wants the plugin to finish what it has begun by itself, and then to go away.
    case drainWanted
    /// It is over. The last event, exactly once.
    case closed(Status)
  }

  /// A plugin's answer to the host's Hello.
  public struct Introduction: Sendable {
    /// What the plugin says of itself; protocol and frame limit are filled in.
    public var welcome: IPCWelcome
    /// Who takes the host's calls.
    public var handler: any CallHandler

    /// Creates an answer.
    public init(welcome: IPCWelcome, handler: any CallHandler) {
      self.welcome = welcome
      self.handler = handler
    }
  }

  /// Starts the host's side of a connection: it says Hello first, and its call ids are odd.
  ///
  /// Calls may be opened at once; they leave when the handshake is done.
  ///
  /// - Parameters:
  ///   - hello: What the host says of itself; protocol range and frame limit are filled in.
  ///   - handler: Who takes the plugin's calls.
  ///   - events: Told what happens to the connection, on its reading thread.
  public static func host(
    over transport: any Transport, hello: IPCHello, handler: any CallHandler,
    configuration: Configuration = Configuration(),
    events: (@Sendable (Event) -> Void)? = nil
  ) -> Connection {
    var hello = hello
    hello.protocolMin = Protocol.version
    hello.protocolMax = Protocol.version
    hello.maxFrameLength = UInt32(configuration.maximumFrameLength)
    let connection = Connection(
      role: .host(hello), transport: transport, handler: handler, introduce: nil,
      configuration: configuration, observe: events)
    connection.start()
    return connection
  }

  /// Starts the plugin's side of a connection: it answers the host's Hello, and its ids are even.
  ///
  /// Calls may be opened at once; they leave when the handshake is done.
  ///
  /// - Parameters:
  ///   - events: Told what happens to the connection, on its reading thread.
  ///   - introduce: Makes the answer. What it throws is told to the host, and closes the connection.
  public static func plugin(
    over transport: any Transport, configuration: Configuration = Configuration(),
    events: (@Sendable (Event) -> Void)? = nil,
    introduce:
      @escaping @Sendable (_ hello: IPCHello, _ connection: Connection) throws
      -> Introduction
  ) -> Connection {
    let connection = Connection(
      role: .plugin, transport: transport, handler: ServiceRouter(), introduce: introduce,
      configuration: configuration, observe: events)
    connection.start()
    return connection
  }
}

extension ConnectionLimits {
  init(_ configuration: Connection.Configuration) {
    frameLength = configuration.maximumFrameLength
    concurrentCalls = configuration.maximumConcurrentCalls
    requestBytes = configuration.requestBytes
    backlog = configuration.backlog
    handshakeTimeout = configuration.handshakeTimeout
  }
}
