internal import AdminProtos
internal import ProtobufRuntime

/// How far what counts in a record may have come when it is imported.
///
/// A record goes on counting from there, and one at the end of its type could count no further: so
/// what no installation ever comes to is refused. Times and revisions have bounds of their own.
enum ImportBounds {
  /// The numbers of refresh tokens: a quarter of all that there are.
  static let maximumRefreshes: UInt64 = 1 << 62
  /// The failures of one address: more than there is time for.
  static let maximumFailures: UInt32 = 1 << 30

  /// - Throws: ``ProtobufError`` naming the field that has come too far.
  static func check(_ record: some Message) throws(ProtobufError) {
    switch record {
    case let session as SessionRecord:
      try check(session.counter, at: "counter", atMost: maximumRefreshes)
      for (index, rotation) in session.rotations.enumerated() {
        try check(rotation.counter, at: "rotations[\(index)].counter", atMost: maximumRefreshes)
      }
    case let attempts as LoginAttemptsRecord:
      try check(attempts.failures, at: "failures", atMost: maximumFailures)
    default: break
    }
  }

  private static func check<Count: UnsignedInteger>(
    _ count: Count, at field: String, atMost most: Count
  ) throws(ProtobufError) {
    guard count <= most else {
      throw ProtobufError(.invalidValue, "must be a number from 0 to \(most)", path: field)
    }
  }
}
