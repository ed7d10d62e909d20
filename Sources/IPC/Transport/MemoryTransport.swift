internal import Synchronization

/// One end of a byte stream inside the process, for tests and for services in the same process.
///
/// The thread that writes also delivers, unless another thread is delivering already. So the bytes
/// arrive in order, and two sides that respond to each other don't fill the stack.
public final class MemoryTransport: Transport {
  fileprivate struct State {
    var receiver: (any TransportReceiver)?
    var arrived: [[UInt8]] = []
    var isDelivering = false
    var ended = false
    var toldEnd = false
  }

  private let state = Mutex(State())
  private let peer = Mutex<MemoryTransport?>(nil)

  private init() {}

  /// Creates the two ends of a stream.
  public static func pair() -> (MemoryTransport, MemoryTransport) {
    let one = MemoryTransport()
    let other = MemoryTransport()
    one.peer.withLock { $0 = other }
    other.peer.withLock { $0 = one }
    return (one, other)
  }

  public func start(_ receiver: any TransportReceiver) {
    state.withLock { $0.receiver = receiver }
    deliver()
  }

  public func write(_ bytes: [UInt8]) {
    guard let peer = peer.withLock({ $0 }) else { return }  // Closed: the other end has left.
    peer.state.withLock { $0.arrived.append(bytes) }
    peer.deliver()
  }

  /// Ends both directions, as when a process exits.
  public func close() {
    let peer = peer.withLock { $0.take() }
    peer?.endArriving()
    endArriving()
  }

  private func endArriving() {
    peer.withLock { $0 = nil }
    state.withLock { $0.ended = true }
    deliver()
  }

  fileprivate enum Delivery {
    case bytes([UInt8], any TransportReceiver)
    case end(any TransportReceiver)
  }

  private func deliver() {
    guard state.withLock({ $0.beginDelivering() }) else { return }
    while let delivery = state.withLock({ $0.next() }) {
      switch delivery {
      case .bytes(let bytes, let receiver): receiver.transportReceived(bytes.span.bytes)
      case .end(let receiver): receiver.transportClosed(errno: 0)
      }
    }
  }
}

extension MemoryTransport.State {
  fileprivate mutating func beginDelivering() -> Bool {
    guard !isDelivering, receiver != nil else { return false }
    isDelivering = true
    return true
  }

  fileprivate mutating func next() -> MemoryTransport.Delivery? {
    if let receiver {
      if !arrived.isEmpty { return .bytes(arrived.removeFirst(), receiver) }
      if ended, !toldEnd {
        toldEnd = true
        self.receiver = nil  // Otherwise the ends and their receivers keep each other alive.
        return .end(receiver)
      }
    }
    isDelivering = false
    return nil
  }
}
