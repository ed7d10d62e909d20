/// The addresses that begin alike, as `10.0.0.0/8`; or one alone.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
  private let network: IPAddress
  private let mask: UInt128

  /// Reads an address, or one with the length of a prefix; nil if the text is neither.
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

  /// As `10.0.0.0/8`, or the address alone: two ranges of the same addresses read the same.
  public var description: String {
    let length = mask.nonzeroBitCount - (network.isVersion4 ? 96 : 0)
    return length == (network.isVersion4 ? 32 : 128)
      ? network.description : "\(network)/\(length)"
  }

  /// Whether all of the other's addresses are among them.
  public func contains(_ other: AddressRange) -> Bool {
    other.mask & mask == mask && contains(other.network)
  }

  /// Whether the address is among them.
  public func contains(_ address: IPAddress) -> Bool {
    address.bits & mask == network.bits
  }

  /// Not what else an integer's initializer takes, as "+1".
  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? Int(text) : nil
  }
}
