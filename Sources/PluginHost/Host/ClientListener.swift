internal import CSpawn
internal import Glibc
internal import IPC
internal import IPCProtos
internal import Logging
internal import Platform
internal import Status
internal import Synchronization

/// The listener on the daemon's socket. Each client that connects gets a connection of its own.
final class ClientListener: Sendable {
  private struct State {
    var clients: [ObjectIdentifier: Connection] = [:]
    var isStopped = false
    /// Whether it was logged that no further client can be accepted.
    var hasSaidFull = false
  }

  /// The time for which no client is accepted after there was no descriptor for the next one.
  private static let pause = Duration.milliseconds(100)

  let path: String
  private let socket: Int32
  private let router: Router
  private let version: String
  private let logger: Logger
  private let state = Mutex(State())

  /// Starts to listen. The caller holds the host's lock, so a socket that already exists is left
  /// from a host that died.
  init(path: String, router: Router, version: String, logger: Logger) throws(HostError) {
    unlink(path)
    socket = try UnixSocket.listen(at: path)
    self.path = path
    self.router = router
    self.version = version
    self.logger = logger
    _ = fcntl(socket, F_SETFL, O_NONBLOCK)
    watch()
  }

  private func watch() {
    SupervisionThread.shared.watch(socket) { [self] in acceptOne() }
  }

  private func acceptOne() {
    let client = steward_accept(socket)
    guard client >= 0 else { return failed(errno) }
    let user = UnixSocket.peerUser(of: client)
    guard let user, user == geteuid() else { return refuse(client, user) }
    let caller = OperatorCaller(uid: user)
    add(connection(over: client, handler: router.handler(for: caller)))
  }

  /// Handles a failed accept. If descriptors or memory ran out, pauses: the client that waits would
  /// otherwise be reported again at once and forever.
  private func failed(_ error: Int32) {
    guard [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(error) else { return }
    SupervisionThread.shared.forget(socket)
    _ = SupervisionThread.shared.setTimer(at: .now + Self.pause) { [self] in
      if !state.withLock(\.isStopped) { watch() }
    }
    let isFirst = state.withLock { state in
      defer { state.hasSaidFull = true }
      return !state.hasSaidFull
    }
    guard isFirst else { return }
    logger.error(
      "no client can connect: \(SystemError.text(error)); raise the limit (ulimit -n)")
  }

  private func connection(over client: Int32, handler: any CallHandler) -> Connection {
    Connection.host(
      over: DescriptorTransport(socket: client),
      hello: IPCHello(hostName: "steward", hostVersion: version), handler: handler)
  }

  private func add(_ connection: Connection) {
    let isStopped = state.withLock { state in
      if !state.isStopped { state.clients[ObjectIdentifier(connection)] = connection }
      return state.isStopped
    }
    if isStopped { connection.close(.hostStopping) }
    Task {
      _ = await connection.closed()
      state.withLock { _ = $0.clients.removeValue(forKey: ObjectIdentifier(connection)) }
    }
  }

  private func refuse(_ client: Int32, _ user: UInt32?) {
    let connection = connection(over: client, handler: ServiceRouter())
    logger.warning("client refused", metadata: ["user": "\(user.map(String.init) ?? "unknown")"])
    connection.close(
      Status(
        .permissionDenied, reason: "OTHER_USER",
        message: "This host serves only user \(geteuid()), and you are user "
          + "\(user.map(String.init) ?? "unknown"). Run the command as that user."))
  }

  /// Takes no new clients, and lets the current clients finish, until `limit`.
  func stop(within limit: Duration) async {
    let clients = state.withLock { state in
      state.isStopped = true
      return Array(state.clients.values)
    }
    SupervisionThread.shared.forget(socket)
    unlink(path)
    close(socket)
    await withTaskGroup { group in
      for client in clients {
        group.addTask { await Self.drain(client, within: limit) }
      }
    }
  }

  private static func drain(_ client: Connection, within limit: Duration) async {
    let timeout = SupervisionThread.shared.setTimer(at: .now + limit) {
      client.close(.hostStopping)
    }
    await client.drain()
    SupervisionThread.shared.cancel(timeout)
    client.close()
  }
}
