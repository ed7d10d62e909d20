internal import Glibc

/// A socket that the host listens on for a plugin. The plugin's processes inherit it; this copy is closed with its
/// last owner.
///
/// While a process of the plugin is to be expected, connections wait for it. When none is, they are refused rather than
/// left waiting, and the address is kept.
final class ListeningSocket: Sendable {
  /// What it is for, as the plugin knows it.
  let name: String
  /// As bound.
  let address: ListenAddress
  let descriptor: Int32

  init(name: String, at address: ListenAddress) throws(HostError) {
    // Non-blocking, since two processes of a plugin may race for a connection: the loser must not wait for the next.
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

  /// Has connections wait to be accepted, as from the beginning.
  func admit() throws(SpawnFailure) {
    guard Self.listen(descriptor, at: address) else {
      throw SpawnFailure(step: "listening on \(address)", error: errno)
    }
  }

  /// Refuses connections from now on, and those that wait.
  func refuse() { shutdown(descriptor, Int32(SHUT_RD)) }

  private static func listen(_ socket: Int32, at address: ListenAddress) -> Bool {
    // A socket that is bound already says EINVAL. One that refuses has given back a port that the system chose.
    let isBound = address.withSocketAddress { bind(socket, $0, $1) } == 0 || errno == EINVAL
    return isBound && Glibc.listen(socket, SOMAXCONN) == 0
  }

  private static func setOptions(of socket: Int32, _ family: Int32) {
    // Connections of an earlier host that are still winding up don't hold the port.
    set(SO_REUSEADDR, of: SOL_SOCKET, on: socket, to: 1)
    // [::] is every address of the machine, whatever the system's default.
    if family == AF_INET6 { set(IPV6_V6ONLY, of: Int32(IPPROTO_IPV6), on: socket, to: 0) }
  }

  private static func set(_ option: Int32, of level: Int32, on socket: Int32, to value: Int32) {
    var value = value
    setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }
}
