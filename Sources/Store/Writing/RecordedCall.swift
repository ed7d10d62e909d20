internal import Crypto

/// A call that may arrive more than once: its key, and a digest of its request.
struct RecordedCall: Sendable {
  /// The maximum length of a key's name in bytes. The key contains a digest instead of a longer
  /// name.
  private static let maximumCallDuration = 64

  /// Calls of one actor lie together, in the order of their names. The calls of different actors
  /// never have the same key.
  let key: [UInt8]
  let method: String
  /// A keyed hash of the request. The request may hold a password. An attacker could find the
  /// password from a plain hash by guessing.
  let requestDigest: [UInt8]

  init(_ change: Change, request: [UInt8], keyed: KeyedHash) {
    key = SHA256.bytes(of: Array(change.actor.utf8)) + Self.name(change.call)
    method = change.method
    requestDigest = keyed.hash(of: request)
  }

  /// Returns the part of the key for an idempotency key. No text has a byte of FF, so no text is
  /// mistaken for a digest.
  private static func name(_ call: String) -> [UInt8] {
    let name = Array(call.utf8)
    return name.count <= maximumCallDuration ? name : [0xFF] + SHA256.bytes(of: name)
  }
}
