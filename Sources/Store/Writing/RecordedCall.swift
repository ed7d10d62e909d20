internal import Crypto

/// A call that may arrive more than once: what it is known by, and what it asks for.
struct RecordedCall: Sendable {
  /// Of fixed length, whatever callers choose for a key; and nobody meets the keys of another actor.
  let key: [UInt8]
  let method: String
  let requestDigest: [UInt8]

  init(_ change: Change, request: [UInt8]) {
    key = SHA256.bytes(of: Array("\(change.actor)\0\(change.call)".utf8))
    method = change.method
    requestDigest = SHA256.bytes(of: request)
  }
}
