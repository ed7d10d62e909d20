public import IPCProtos
public import Status

extension Connection {
  /// The limits that one side sets for the other, and the times that it waits.
  public struct Configuration: Sendable {
    /// The maximum length of a frame that is accepted, in bytes.
    public var maximumFrameLength = Protocol.defaultFrameLength
    /// The maximum number of calls that the other side may have open at once.
    public var maximumConcurrentCalls = 1024
    /// How long the other side may take to introduce itself; nil for no limit.
    public var handshakeTimeout: Duration? = .seconds(10)
    package var time: any ConnectionClock = SystemClock()
    var backlog = Backlog.ConnectionLimits()
    var requestBytes = 64 << 20

    /// Creates the default configuration.
    public init() {}
  }

  /// An event of the connection as a whole.
  public enum Event: Sendable {
    /// The handshake is done.
    case ready(Peer)
    /// The other side takes no new calls, and wants to end the connection.
    case goingAway(Status)
    /// The host wants the plugin to finish what it has begun by itself, and to go away after that.
    case drainWanted
    /// The connection is over. Always the last event, exactly once.
    case closed(Status)
  }

  /// A plugin's response to the host's Hello.
  public struct Introduction: Sendable {
    /// The plugin's introduction. The connection fills in the protocol and the frame limit.
    public var welcome: IPCWelcome
    /// The handler of the host's calls.
    public var handler: any CallHandler

    /// Creates a response.
    public init(welcome: IPCWelcome, handler: any CallHandler) {
      self.welcome = welcome
      self.handler = handler
    }
  }

  /// Starts the host's side of a connection. It sends Hello first, and its call ids are odd.
  ///
  /// Calls may be opened at once. They are sent when the handshake is done.
  ///
  /// - Parameters:
  ///   - hello: The host's introduction. The protocol range and the frame limit are filled in.
  ///   - handler: The handler of the plugin's calls.
  ///   - events: Called on the connection's reading thread with what happens to the connection.
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

  /// Starts the plugin's side of a connection. It responds to the host's Hello, and its call ids
  /// are even.
  ///
  /// Calls may be opened at once. They are sent when the handshake is done.
  ///
  /// - Parameters:
  ///   - events: Called on the connection's reading thread with what happens to the connection.
  ///   - introduce: Creates the response. An error that it throws is sent to the host, and closes
  ///     the connection.
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
