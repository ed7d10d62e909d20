internal import Crypto
internal import ProtobufRuntime
internal import StoreProtos

/// Ties each event to all before it, by a keyed hash.
///
/// An event is stored as its serialized fields and then its chain, which comes last whatever its
/// number. So the chain is checked over the very bytes that were written, whatever fields a newer
/// version may add.
struct EventChain: Sendable {
  /// What precedes the first event.
  static let start = [UInt8](repeating: 0, count: length)

  private static let length = 32
  /// Field 11, length-delimited, 32 bytes.
  private static let tag: [UInt8] = [11 << 3 | 2, UInt8(length)]

  private let key: SymmetricKey
  /// The hash of nothing as yet: to begin anew with the key would cost as much as an event does.
  private let keyed: HMAC<SHA256>

  init(key: SymmetricKey) {
    self.key = key
    self.keyed = HMAC(key: key)
  }

  /// The key, for a backup: without it, no copy of the events could be checked.
  var keyBytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// Returns the chain of the event, and the event as it is stored.
  func append(_ event: Event, to previous: [UInt8]) throws -> (chain: [UInt8], stored: [UInt8]) {
    let body = try event.serialized()
    let chain = hash(previous + body)
    return (chain, body + Self.tag + chain)
  }

  /// Returns whether a stored event follows `previous` and is as it was written.
  func verifies(_ stored: [UInt8], after previous: [UInt8]) -> Bool {
    guard stored.dropLast(Self.length).suffix(Self.tag.count).elementsEqual(Self.tag) else {
      return false
    }
    let body = stored.dropLast(Self.length + Self.tag.count)
    return hash(previous + body) == Array(Self.chain(ofStored: stored))
  }

  static func chain(ofStored stored: [UInt8]) -> ArraySlice<UInt8> {
    stored.suffix(length)
  }

  private func hash(_ bytes: [UInt8]) -> [UInt8] {
    var code = keyed
    code.update(data: bytes)
    return code.finalize().withUnsafeBytes { Array($0) }
  }
}
