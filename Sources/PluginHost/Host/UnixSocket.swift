internal import CSpawn
internal import Glibc

/// Unix stream sockets at a path of any length.
enum UnixSocket {
  /// Binds a socket to which only its owner may connect, and listens on it.
  static func listen(at path: String) throws(HostError) -> Int32 {
    let socket = try make(path)
    // This comes before `bind`, so that the file is private from its first moment.
    fchmod(socket, 0o600)
    guard withAddress(of: path, { bind(socket, $0, $1) }) == 0,
      Glibc.listen(socket, 128) == 0
    else {
      let number = errno
      close(socket)
      throw .socket(path, "Can't listen on", number)
    }
    return socket
  }

  /// Connects to a socket. Returns `nil` if no process listens there.
  static func connect(to path: String) throws(HostError) -> Int32? {
    let socket = try make(path)
    guard withAddress(of: path, { Glibc.connect(socket, $0, $1) }) == 0 else {
      let number = errno
      close(socket)
      guard number == ENOENT || number == ECONNREFUSED || number == ENOTDIR else {
        throw .socket(path, "Can't connect to", number)
      }
      return nil
    }
    return socket
  }

  /// Returns the user at the other end of a connected socket, as the kernel knows it.
  static func peerUser(of socket: Int32) -> UInt32? {
    var user: UInt32 = 0
    return steward_peer_user(socket, &user) == 0 ? user : nil
  }

  private static func make(_ path: String) throws(HostError) -> Int32 {
    let socket = Glibc.socket(
      AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw .socket(path, "Can't create a socket for", errno) }
    return socket
  }

  /// Calls `body` with an address for `path`. A path that is too long for an address is reached
  /// through a descriptor of its directory.
  private static func withAddress(
    of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    guard path.utf8.count > maximumPathLength, let slash = path.lastIndex(of: "/") else {
      return withShortAddress(path, body)
    }
    let directory = open(String(path[..<slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return -1 }
    defer {
      let number = errno
      close(directory)
      errno = number
    }
    return withShortAddress("/proc/self/fd/\(directory)\(path[slash...])", body)
  }

  private static let maximumPathLength = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  private static func withShortAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    guard path.utf8.count <= maximumPathLength else {
      errno = ENAMETOOLONG
      return -1
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
