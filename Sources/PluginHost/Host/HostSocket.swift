internal import Glibc
public import IPC
internal import IPCProtos
internal import Status

/// Connects clients to a running daemon.
public enum HostSocket {
  /// Connects to the daemon of a data directory, and completes the handshake.
  ///
  /// - Returns: The connection; `nil` if no daemon runs, that is, if there is no socket, or no
  ///   process that listens on it.
  /// - Throws: ``HostError`` if this user may not use the socket, `Status` if the daemon refuses.
  public static func connect(
    dataDirectory: String, version: String = "0.1.0"
  ) async throws -> Connection? {
    let path = DataDirectory(path: dataDirectory).socket
    guard let socket = try UnixSocket.connect(to: path) else { return nil }
    try checkOwner(of: socket, path)
    let connection = Connection.plugin(over: DescriptorTransport(socket: socket)) { _, _ in
      Connection.Introduction(
        welcome: IPCWelcome(name: "steward-cli", version: version), handler: ServiceRouter())
    }
    do {
      _ = try await connection.ready()
    } catch let status as Status where status.reason == .connectionLost {
      // The daemon died before it sent anything. The lock decides whether another one may replace
      // it.
      return nil
    }
    return connection
  }

  /// Throws if the daemon runs as another user. A user who can write to the directory could have
  /// put another socket there.
  private static func checkOwner(of socket: Int32, _ path: String) throws(HostError) {
    let user = UnixSocket.peerUser(of: socket)
    guard user == geteuid() || user == 0 else {
      close(socket)
      throw HostError(
        .permissionDenied, reason: "SOCKET",
        "The host behind \(path) runs as user \(user.map(String.init) ?? "unknown"), not as you; "
          + "choose another data directory with --data.")
    }
  }
}
