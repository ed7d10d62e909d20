internal import Glibc

/// An address and a port to listen on.
public struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
  private enum Address: Hashable {
    case version4([UInt8])
    case version6([UInt8])
  }

  private let address: Address
  /// The port; 0 until the system has chosen one.
  public let port: UInt16

  /// Reads "ADDRESS:PORT", where ADDRESS is an IPv4 address, an IPv6 address in brackets, or
  /// "localhost", which is 127.0.0.1.
  ///
  /// - Throws: ``HostError``, when the text is not of that form. A port alone is refused, because
  ///   the operator must say who can reach it.
  public init(_ text: String) throws(HostError) {
    guard let colon = text.lastIndex(of: ":"),
      let port = Self.port(text[text.index(after: colon)...]),
      let address = Self.address(text[..<colon])
    else { throw .malformedAddress(text) }
    self.address = address
    self.port = port
  }

  private init(_ address: Address, port: UInt16) {
    self.address = address
    self.port = port
  }

  /// Whether only programs on this machine can connect.
  public var isLoopback: Bool {
    switch address {
    case .version4(let bytes): bytes[0] == 127
    case .version6(let bytes):
      bytes == Self.loopback6 || bytes.starts(with: Self.mapped4) && bytes[12] == 127
    }
  }

  /// The address as it is written in a URL: "127.0.0.1:8787" or "[::1]:8787".
  public var description: String {
    switch address {
    case .version4(let bytes): "\(Self.text(of: bytes, AF_INET)):\(port)"
    case .version6(let bytes): "[\(Self.text(of: bytes, AF_INET6))]:\(port)"
    }
  }
}

extension ListenAddress {
  private static let loopback6: [UInt8] = Array(repeating: 0, count: 15) + [1]
  /// The first bytes of an IPv6 address that contains an IPv4 address.
  private static let mapped4: [UInt8] = Array(repeating: 0, count: 10) + [255, 255]

  private static func port(_ text: Substring) -> UInt16? {
    // Refuses other forms that an integer's initializer accepts, such as "+1".
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? UInt16(text) : nil
  }

  private static func address(_ text: Substring) -> Address? {
    if text == "localhost" { return .version4([127, 0, 0, 1]) }
    guard text.hasPrefix("["), text.hasSuffix("]") else {
      return bytes(of: String(text), AF_INET, count: 4).map(Address.version4)
    }
    return bytes(of: String(text.dropFirst().dropLast()), AF_INET6, count: 16)
      .map(Address.version6)
  }

  private static func bytes(of text: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    // A C string would end at a NUL.
    guard !text.utf8.contains(0), inet_pton(family, text, &bytes) == 1 else { return nil }
    return bytes
  }

  private static func text(of bytes: [UInt8], _ family: Int32) -> String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(family, bytes, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

// The address in the form that system calls take and return.
extension ListenAddress {
  var family: Int32 {
    switch address {
    case .version4: AF_INET
    case .version6: AF_INET6
    }
  }

  func withSocketAddress<Result>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var storage = sockaddr_storage()
    let length = withUnsafeMutableBytes(of: &storage) { fill($0) }
    return withUnsafePointer(to: storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  private func fill(_ storage: UnsafeMutableRawBufferPointer) -> socklen_t {
    switch address {
    case .version4(let bytes):
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = port.bigEndian
      withUnsafeMutableBytes(of: &name.sin_addr) { $0.copyBytes(from: bytes) }
      withUnsafeBytes(of: name) { storage.copyMemory(from: $0) }
      return socklen_t(MemoryLayout<sockaddr_in>.size)
    case .version6(let bytes):
      var name = sockaddr_in6()
      name.sin6_family = sa_family_t(AF_INET6)
      name.sin6_port = port.bigEndian
      withUnsafeMutableBytes(of: &name.sin6_addr) { $0.copyBytes(from: bytes) }
      withUnsafeBytes(of: name) { storage.copyMemory(from: $0) }
      return socklen_t(MemoryLayout<sockaddr_in6>.size)
    }
  }

  /// Returns the same address with the port of a socket that is bound to it.
  func bound(to socket: Int32) -> ListenAddress {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
    }
    // Both families keep the port in the same place.
    let port = withUnsafeBytes(of: storage) { $0.load(fromByteOffset: 2, as: UInt16.self) }
    return result == 0 ? ListenAddress(address, port: UInt16(bigEndian: port)) : self
  }
}
