internal import Platform
internal import ProtobufRuntime

/// The rules for the networks from which a key may be used: addresses, and ranges such as
/// "203.0.113.0/24".
enum NetworkRules {
  static let most = 50

  /// Returns whether use from an address is allowed. Without networks, use is allowed from
  /// everywhere.
  ///
  /// - Parameter address: An address, or a range that contains it; empty if it isn't known.
  static func allow(_ networks: [String], at address: String) -> Bool {
    guard !networks.isEmpty else { return true }
    guard let place = AddressRange(address) else { return false }
    return networks.contains { AddressRange($0)?.contains(place) ?? false }
  }
}

extension Violations {
  /// Checks networks. Returns them sorted, without duplicates and in one form, so that lists with
  /// the same content are equal.
  mutating func checkNetworks(_ networks: [String], field: String) -> [String] {
    guard networks.count <= NetworkRules.most else {
      add(field, "TOO_MANY", "must be at most \(NetworkRules.most) networks, not \(networks.count)")
      return networks
    }
    var normal: Set<String> = []
    for network in networks {
      guard let range = AddressRange(network) else {
        add(
          field, "MALFORMED_NETWORK",
          "must be IP addresses or ranges such as 203.0.113.0/24, not \"\(network.asRefused)\"")
        continue
      }
      normal.insert(range.description)
    }
    return normal.sorted()
  }
}
