import HTTPTypes
import Platform
import PluginKit

/// The reverse proxies that are trusted to say where a client is.
///
/// Each proxy adds the address of its own sender on the right. So the client is the rightmost
/// address that isn't a trusted proxy's. The client itself may have written everything on the left
/// of it.
struct TrustedProxies: Hashable, Sendable {
  private let ranges: [AddressRange]

  /// Creates a set that trusts no proxy.
  init() { ranges = [] }

  /// Reads ranges of addresses that are separated by commas; returns nil if one of them is invalid.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let ranges = parts.compactMap { AddressRange($0.trimmed) }
    guard ranges.count == parts.count else { return nil }
    self.ranges = ranges
  }

  /// Returns the address of a request's client.
  ///
  /// - Parameter sender: The address at the other end of the connection.
  func client(of headers: HTTPFields, from sender: IPAddress) -> IPAddress {
    guard trusts(sender) else { return sender }
    let claims = [
      ForwardedHops.inForwardedFor(headers[values: .xForwardedFor]),
      ForwardedHops.inForwarded(headers[values: .forwarded]),
    ].filter { !$0.isEmpty }.map { client(along: $0, from: sender) }
    // A proxy sets one of the two headers, and may pass on the other as the client wrote it. It is
    // unknown which one the proxy set, so an address counts only if both headers agree on it.
    guard let client = claims.first, claims.allSatisfy({ $0 == client }) else { return sender }
    return client
  }

  /// - Parameter hops: The addresses in the headers, the nearest first; nil for an entry that is no
  ///   address.
  private func client(along hops: [IPAddress?], from sender: IPAddress) -> IPAddress {
    var client = sender
    for hop in hops {
      guard trusts(client), let hop else { return client }
      client = hop
    }
    return client
  }

  private func trusts(_ address: IPAddress) -> Bool {
    ranges.contains { $0.contains(address) }
  }
}

extension HTTPField.Name {
  fileprivate static let xForwardedFor = Self("x-forwarded-for")!
  /// RFC 7239.
  fileprivate static let forwarded = Self("forwarded")!
}
