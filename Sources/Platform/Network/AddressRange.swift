/// A range of addresses with the same prefix, such as `10.0.0.0/8`, or a single address.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
  private let network: IPAddress
  private let mask: UInt128

  /// Parses an address, or an address with a prefix length; nil if the text is neither.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let network = IPAddress(parts[0]) else { return nil }
    let width = network.isVersion4 ? 32 : 128
    guard parts.count == 2 else {
      self.init(network, fixed: 128)
      return
    }
    guard let length = Self.number(parts[1]), length <= width else { return nil }
    self.init(network, fixed: 128 - width + length)
  }

  private init(_ network: IPAddress, fixed: Int) {
    mask = fixed == 0 ? 0 : UInt128.max << (128 - fixed)
    self.network = IPAddress(bits: network.bits & mask)
  }

  /// The range as text, such as `10.0.0.0/8`, or the address alone. Two ranges with the same
  /// addresses have the same text.
  public var description: String {
    let length = mask.nonzeroBitCount - (network.isVersion4 ? 96 : 0)
    return length == (network.isVersion4 ? 32 : 128)
      ? network.description : "\(network)/\(length)"
  }

  /// Whether the range contains all addresses of another range.
  public func contains(_ other: AddressRange) -> Bool {
    other.mask & mask == mask && contains(other.network)
  }

  /// Whether the range contains an address.
  public func contains(_ address: IPAddress) -> Bool {
    address.bits & mask == network.bits
  }

  /// Parses digits only. An integer's initializer would also take other texts, such as "+1".
  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? Int(text) : nil
  }
}
