internal import Glibc

/// Notifications of the state of `serve` to a service manager, by systemd's protocol: one datagram
/// to the socket that NOTIFY_SOCKET names.
enum SystemdNotification {
  /// Sends the state if NOTIFY_SOCKET is set. Ignores errors, because nothing depends on the
  /// arrival.
  static func send(_ state: String, environment: [String: String]) {
    guard let path = environment["NOTIFY_SOCKET"], var address = address(of: path) else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.utf8.count)
    let bytes = Array(state.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }

  /// Returns the address of a path, or of an abstract name, which begins with "@".
  private static func address(of path: String) -> sockaddr_un? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = path.hasPrefix("@") ? [0] + Array(path.utf8.dropFirst()) : Array(path.utf8)
    guard path.hasPrefix("/") || path.hasPrefix("@"),
      name.count < MemoryLayout.size(ofValue: address.sun_path)
    else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    return address
  }
}
