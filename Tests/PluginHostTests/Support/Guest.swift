import Dispatch
import Glibc
import PluginHost
import Testing

/// A client's connection to a plugin that listens.
final class Guest: Sendable {
  private let socket: Int32

  /// Connects to the address.
  ///
  /// - Throws: ``Refused`` with `errno` if the connection fails.
  init(at address: ListenAddress) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = address.port.bigEndian
    name.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let result = withUnsafePointer(to: name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 { throw Refused(number: errno) }
  }

  deinit { close(socket) }

  /// Returns the response line, or an empty string if the plugin closed the connection.
  func ask(_ request: String) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(returning: self.awaitResponse(to: request))
      }
    }
  }

  private func awaitResponse(to request: String) -> String {
    let line = Array("\(request)\n".utf8)
    _ = send(socket, line, line.count, Int32(MSG_NOSIGNAL))
    var response: [UInt8] = []
    var byte: UInt8 = 0
    while read(socket, &byte, 1) == 1, byte != UInt8(ascii: "\n") { response.append(byte) }
    return String(decoding: response, as: UTF8.self)
  }

  struct Refused: Error, Equatable {
    let number: Int32
  }
}
