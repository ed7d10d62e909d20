internal import Crypto
internal import ProtobufRuntime
internal import StoreProtos

/// A chain that ties each event to all events before it, by a keyed hash.
///
/// An event is stored as its serialized fields and then its chain. The chain comes last, whatever
/// its field number is. So the chain is verified over exactly the bytes that were written, even if
/// a newer version adds fields.
struct EventChain: Sendable {
  /// The chain before the first event.
  static let start = [UInt8](repeating: 0, count: length)

  private static let length = 32
  /// The tag of field 11, length-delimited, and the length of 32 bytes.
  private static let tag: [UInt8] = [11 << 3 | 2, UInt8(length)]

  private let key: SymmetricKey
  /// The state of the hash after the key and before any data. Starting from the key each time would
  /// cost as much as hashing an event.
  private let keyed: HMAC<SHA256>

  init(key: SymmetricKey) {
    self.key = key
    self.keyed = HMAC(key: key)
  }

  /// The bytes of the key, for a backup. Without the key, the events of a copy could not be
  /// verified.
  var keyBytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// Returns the chain of the event, and the bytes of the event as they are stored.
  func append(_ event: Event, to previous: [UInt8]) throws -> (chain: [UInt8], stored: [UInt8]) {
    let body = try event.serialized()
    let chain = hash(previous + body)
    return (chain, body + Self.tag + chain)
  }

  /// Returns whether a stored event follows `previous` and is unchanged since it was written.
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
