import HTTPTypes
import PluginKit
import System

/// The reverse proxies whose word counts on where a client is.
///
/// Each proxy adds the address of its own sender on the right. So the client is the rightmost
/// address that is no trusted proxy's: what stands left of it, the client may have written itself.
struct TrustedProxies: Hashable, Sendable {
  private let ranges: [AddressRange]

  /// Trusts none.
  init() { ranges = [] }

  /// Reads ranges of addresses that are separated by commas; nil if one of them is none.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let ranges = parts.compactMap { AddressRange($0.trimmed) }
    guard ranges.count == parts.count else { return nil }
    self.ranges = ranges
  }

  /// Returns where the client of a request is.
  ///
  /// - Parameter sender: The other end of the connection.
  func client(of headers: HTTPFields, from sender: IPAddress) -> IPAddress {
    guard trusts(sender) else { return sender }
    let claims = [
      ForwardedHops.inForwardedFor(headers[values: .xForwardedFor]),
      ForwardedHops.inForwarded(headers[values: .forwarded]),
    ].filter { !$0.isEmpty }.map { client(along: $0, from: sender) }
    // A proxy sets one of both, and may pass on the other as the client wrote it. Which is which
    // can't be told, so only an address counts on which they agree.
    guard let client = claims.first, claims.allSatisfy({ $0 == client }) else { return sender }
    return client
  }

  /// - Parameter hops: As each was written down, the nearest first; nil for what is no address.
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
