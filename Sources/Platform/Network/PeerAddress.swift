/// The part of an address by which shares and limits tell clients apart: an IPv4 address, or the
/// /64 prefix of an IPv6 address. One client usually has all addresses of such a prefix.
public struct PeerAddress: Hashable, Sendable, CustomStringConvertible {
  /// The peer of a client whose address is not known.
  public static let unknown = PeerAddress(IPAddress.unknown)

  private static let prefix = "/64"

  private let network: IPAddress

  /// Creates the peer that an address belongs to.
  public init(_ address: IPAddress) {
    network = address.isVersion4 ? address : IPAddress(bits: (address.bits >> 64) << 64)
  }

  /// Parses a text that ``description`` has written, or an address; nil if the text is neither.
  public init?(_ text: String) {
    guard text.hasSuffix(Self.prefix) else {
      guard let address = IPAddress(text) else { return nil }
      self.init(address)
      return
    }
    guard let address = IPAddress(text.dropLast(Self.prefix.count)) else { return nil }
    self.init(address)
    guard !address.isVersion4, address == network else { return nil }
  }

  /// The peer as text, such as `192.0.2.7` or `2001:db8:0:1::/64`.
  public var description: String {
    network.isVersion4 ? network.description : network.description + Self.prefix
  }
}
