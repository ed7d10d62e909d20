internal import Crypto

/// A call that may arrive more than once: what it is known by, and what it asks for.
struct RecordedCall: Sendable {
  /// Longer ones are known by their digest.
  private static let maximumCallDuration = 64

  /// Calls of one actor lie together, in the order of their names; and nobody meets the calls of another actor.
  let key: [UInt8]
  let method: String
  /// A keyed hash: a request may hold a password, which the hash of nothing else would let be guessed.
  let requestDigest: [UInt8]

  init(_ change: Change, request: [UInt8], keyed: KeyedHash) {
    key = SHA256.bytes(of: Array(change.actor.utf8)) + Self.name(change.call)
    method = change.method
    requestDigest = keyed.hash(of: request)
  }

  /// No text has a byte of FF: so none is taken for a digest.
  private static func name(_ call: String) -> [UInt8] {
    let name = Array(call.utf8)
    return name.count <= maximumCallDuration ? name : [0xFF] + SHA256.bytes(of: name)
  }
}
