import Dispatch
import Glibc

/// A client that sends bytes as they are, also bytes that no well-behaved client would send.
final class RawClient: Sendable {
  private let descriptor: Int32
  /// Keeps blocking calls off the threads that run tasks.
  private let queue = DispatchQueue(label: "raw client")
  /// The server. The connection would end with it.
  private let server: any Sendable

  /// Connects. The server lives as long as the client.
  ///
  /// - Parameters:
  ///   - space: The maximum number of bytes that the system buffers until the client reads them;
  ///     nil: the system's default.
  ///   - source: The last byte of the client's own address: 1 for 127.0.0.1, or that of another
  ///     address of this machine.
  init(
    port: UInt16, to server: any Sendable, keeping space: Int32? = nil, from source: UInt32 = 1
  ) throws {
    self.server = server
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // No test takes this long unless something is broken.
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    if var space {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &space, socklen_t(MemoryLayout<Int32>.size))
    }
    var own = ListeningSocket.loopback(port: 0)
    own.sin_addr.s_addr = (UInt32(INADDR_LOOPBACK) - 1 + source).bigEndian
    let bound = withUnsafePointer(to: &own) { own in
      own.withMemoryRebound(to: sockaddr.self, capacity: 1) { [descriptor] in
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard bound else { throw SocketError(number: errno) }
    var address = ListeningSocket.loopback(port: port)
    let connected = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { [descriptor] in
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard connected else { throw SocketError(number: errno) }
  }

  deinit { close(descriptor) }

  /// Sends the whole text, or as much as the other side takes.
  func send(_ text: String) async {
    await run { [descriptor] in
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Returns the text that arrives up to and including `end`, or until nothing arrives any more.
  func receive(until end: String) async -> String {
    await run { [descriptor] in
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      let end = Array(end.utf8)
      while bytes.suffix(end.count) != end[...], recv(descriptor, &byte, 1, 0) == 1 {
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Returns all text that arrives until the other side closes.
  func receiveAll() async -> String {
    await run { [descriptor] in
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += chunk[..<count]
      }
    }
  }

  private func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      // Keeps the client, and so the descriptor, until the system call has returned.
      queue.async { [self] in
        withExtendedLifetime(self) { continuation.resume(returning: body()) }
      }
    }
  }
}
