internal import Glibc

/// An address of the Internet Protocol. An IPv4 address and the IPv6 address to which it is mapped
/// are the same address. (RFC 4291, section 2.5.5.2)
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// 0.0.0.0, which no client has. It stands for an address that is not known.
  public static let unknown = IPAddress(bits: mapped << 32)

  /// The prefix of an IPv4 address's 128 bits, `::ffff:0:0/96`.
  private static let mapped: UInt128 = 0xFFFF

  /// The 128 bits of the IPv6 address, or of the address to which the IPv4 address is mapped.
  public let bits: UInt128

  /// Creates an address from its 128 bits.
  public init(bits: UInt128) {
    self.bits = bits
  }

  /// Parses an address; nil if the text is none.
  public init?(_ text: some StringProtocol) {
    if let bytes = Self.bytes(of: String(text), AF_INET, count: 4) {
      bits = Self.mapped << 32 | Self.number(bytes)
    } else if let bytes = Self.bytes(of: String(text), AF_INET6, count: 16) {
      bits = Self.number(bytes)
    } else {
      return nil
    }
  }

  /// Whether this is an IPv4 address.
  public var isVersion4: Bool { bits >> 32 == Self.mapped }

  /// The address as text, such as `192.0.2.7` or `2001:db8::1`.
  public var description: String {
    isVersion4
      ? Self.text(of: Self.bytes(of: bits).suffix(4), AF_INET)
      : Self.text(of: Self.bytes(of: bits)[...], AF_INET6)
  }

  private static func number(_ bytes: [UInt8]) -> UInt128 {
    bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static func bytes(of bits: UInt128) -> [UInt8] {
    stride(from: 120, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> $0) }
  }

  private static func bytes(of text: String, _ family: Int32, count: Int) -> [UInt8]? {
    // A C string would end at a NUL. The longest address has 45 characters.
    guard text.utf8.count < INET6_ADDRSTRLEN, !text.utf8.contains(0) else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  private static func text(of bytes: ArraySlice<UInt8>, _ family: Int32) -> String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(family, Array(bytes), &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
