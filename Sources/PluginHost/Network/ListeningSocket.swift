internal import Glibc

/// A socket on which the host listens for a plugin. The plugin's processes inherit it. The host's
/// copy is closed with the last reference to this object.
///
/// While a process of the plugin is expected, connections wait for it. When none is expected,
/// connections are refused instead of left waiting, and the address stays reserved.
final class ListeningSocket: Sendable {
  /// The name by which the plugin knows the socket.
  let name: String
  /// The address to which the socket is bound.
  let address: ListenAddress
  let descriptor: Int32

  init(name: String, at address: ListenAddress) throws(HostError) {
    // Non-blocking, since two processes of a plugin may race for a connection: the loser must not
    // wait for the next connection.
    let kind =
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      | Int32(SOCK_NONBLOCK.rawValue)
    let socket = Glibc.socket(address.family, kind, 0)
    guard socket >= 0 else { throw .listening(on: address, errno) }
    Self.setOptions(of: socket, address.family)
    guard Self.listen(socket, at: address) else {
      let number = errno
      close(socket)
      throw .listening(on: address, number)
    }
    self.name = name
    self.address = address.bound(to: socket)
    descriptor = socket
  }

  deinit { close(descriptor) }

  /// Lets connections wait to be accepted, as at the beginning.
  func admit() throws(SpawnFailure) {
    guard Self.listen(descriptor, at: address) else {
      throw SpawnFailure(step: "listening on \(address)", error: errno)
    }
  }

  /// Refuses new connections, and those that are waiting.
  func refuse() { shutdown(descriptor, Int32(SHUT_RD)) }

  private static func listen(_ socket: Int32, at address: ListenAddress) -> Bool {
    // `bind` fails with EINVAL if the socket is bound already. A socket that refuses connections
    // has released a port that the system chose, so it must be bound again.
    let isBound = address.withSocketAddress { bind(socket, $0, $1) } == 0 || errno == EINVAL
    return isBound && Glibc.listen(socket, SOMAXCONN) == 0
  }

  private static func setOptions(of socket: Int32, _ family: Int32) {
    // Connections of an earlier host that are still closing don't block the port.
    set(SO_REUSEADDR, of: SOL_SOCKET, on: socket, to: 1)
    // [::] means every address of the machine, whatever the system's default is.
    if family == AF_INET6 { set(IPV6_V6ONLY, of: Int32(IPPROTO_IPV6), on: socket, to: 0) }
  }

  private static func set(_ option: Int32, of level: Int32, on socket: Int32, to value: Int32) {
    var value = value
    setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }
}
