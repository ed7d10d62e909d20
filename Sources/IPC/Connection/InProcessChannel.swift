internal import StewardProtos

/// A channel to services in this same process.
///
/// It is a connection like any other, over memory: deadlines, credit and cancellation are the same.
public final class InProcessChannel: Channel {
  private let host: Connection
  private let module: Connection

  /// Creates a channel whose calls go to `dispatcher`.
  public init(_ dispatcher: any CallDispatcher) {
    let (hostEnd, moduleEnd) = MemoryTransport.pair()
    module = .module(over: moduleEnd) { _, _ in
      Connection.Introduction(welcome: IPCWelcome(), dispatcher: dispatcher)
    }
    host = .host(over: hostEnd, hello: IPCHello(), dispatcher: MethodTable())
  }

  deinit {
    host.close()
  }

  public func open(_ header: CallHeader, observer: any CallObserver) -> any OutgoingCall {
    host.open(header, observer: observer)
  }
}
