import Glibc

/// A socket that listens on a free port of the loopback address, like one from the host.
struct ListeningSocket {
  let descriptor: Int32
  let port: UInt16

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 128) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard bound else { throw SocketError(number: errno) }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    self.descriptor = descriptor
    port = UInt16(bigEndian: address.sin_port)
  }

  private init(descriptor: Int32, port: UInt16) {
    (self.descriptor, self.port) = (descriptor, port)
  }

  /// Returns another descriptor of the same socket, which stays open when this one is closed.
  func duplicate() -> ListeningSocket {
    ListeningSocket(descriptor: dup(descriptor), port: port)
  }

  func close() { _ = Glibc.close(descriptor) }

  static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    return address
  }
}

struct SocketError: Error {
  let number: Int32
}
