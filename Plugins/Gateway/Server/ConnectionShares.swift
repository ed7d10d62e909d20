import FairShares
import NIOCore
import Platform
import PluginKit
import Synchronization

/// The distribution of the connections among peers.
///
/// When the maximum is reached, the oldest idle connection of the peer that holds the most makes
/// room for the next. If none is idle, the oldest connection of a peer that holds more than its
/// share makes room. If that is impossible too, the next connection waits.
final class ConnectionShares: Sendable {
  /// How many accepted connections may wait to be served.
  private static let queue = 64

  fileprivate struct State {
    var shares: FairShares<PeerAddress, ObjectIdentifier>
    var connections: [ObjectIdentifier: any NIOCore.Channel] = [:]
    var waiting: [ObjectIdentifier: @Sendable () -> Void] = [:]
    /// Whether every accepted connection is served. True when the server begins to drain.
    var admitsAll = false
  }

  /// The changes to connections that are made outside the lock.
  fileprivate struct Changes {
    var served: (@Sendable () -> Void)?
    var closed: (any NIOCore.Channel)?

    func make() {
      served?()
      closed?.close(promise: nil)
    }
  }

  private let state: Mutex<State>

  /// - Parameter maximum: The maximum number of connections that are served at once.
  init(maximum: Int) {
    state = Mutex(State(shares: FairShares(capacity: maximum, queue: Self.queue)))
  }

  /// Serves an accepted connection, now or when there is room for it, or closes it.
  func enter(_ connection: any NIOCore.Channel, serve: @escaping @Sendable () -> Void) {
    let id = ObjectIdentifier(connection)
    state.withLock { $0.enter(connection, id, serve) }.make()
    connection.closeFuture.whenComplete { [self] _ in
      state.withLock { $0.leave(id) }.make()
    }
  }

  /// Records how a connection is used from now on.
  func mark(_ connection: any NIOCore.Channel, as use: PlaceUse) {
    state.withLock { $0.mark(ObjectIdentifier(connection), as: use) }.make()
  }

  /// Serves every waiting connection, and from now on every new one.
  func admitAll() {
    let waiting = state.withLock { state in
      state.admitsAll = true
      return state.shares.leaveQueue().compactMap { state.waiting.removeValue(forKey: $0) }
    }
    for serve in waiting { serve() }
  }
}

extension ConnectionShares.State {
  fileprivate mutating func enter(
    _ connection: any NIOCore.Channel, _ id: ObjectIdentifier,
    _ serve: @escaping @Sendable () -> Void
  ) -> ConnectionShares.Changes {
    guard !admitsAll else { return ConnectionShares.Changes(served: serve) }
    connections[id] = connection
    switch shares.enter(id, of: PeerAddress(of: connection), use: .idle) {
    case .now: return ConnectionShares.Changes(served: serve)
    case .nowInstead(let other):
      return ConnectionShares.Changes(served: serve, closed: connections[other])
    case .later:
      waiting[id] = serve
      return ConnectionShares.Changes()
    case .laterInstead(let other):
      waiting[id] = serve
      waiting[other] = nil
      return ConnectionShares.Changes(closed: connections[other])
    case .refused: return ConnectionShares.Changes(closed: connection)
    }
  }

  fileprivate mutating func mark(
    _ id: ObjectIdentifier, as use: PlaceUse
  ) -> ConnectionShares.Changes {
    guard let change = shares.mark(id, as: use) else { return ConnectionShares.Changes() }
    return ConnectionShares.Changes(
      served: waiting.removeValue(forKey: change.admitted), closed: connections[change.displaced])
  }

  fileprivate mutating func leave(_ id: ObjectIdentifier) -> ConnectionShares.Changes {
    connections[id] = nil
    waiting[id] = nil
    let next = shares.leave(id)
    return ConnectionShares.Changes(served: next.flatMap { waiting.removeValue(forKey: $0) })
  }
}

extension PeerAddress {
  /// Creates the address of the other end of a connection.
  init(of connection: any NIOCore.Channel) {
    self.init(IPAddress(of: connection))
  }
}

extension IPAddress {
  /// Creates the address of the other end of a connection.
  init(of connection: any NIOCore.Channel) {
    self = connection.remoteAddress?.ipAddress.flatMap { IPAddress($0) } ?? .unknown
  }
}
