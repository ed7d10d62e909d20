internal import AdminProtos
internal import ProtobufRuntime

/// The maximum values of counters in imported records.
///
/// A counter goes on from its imported value, and at the end of its type it could not. So values
/// that no installation can reach are refused. Times and revisions have bounds of their own.
enum ImportBounds {
  /// The maximum number of a refresh token: a quarter of the type's range.
  static let maximumRefreshes: UInt64 = 1 << 62
  /// The maximum number of failures of one address: more than there is time for.
  static let maximumFailures: UInt32 = 1 << 30

  /// Checks the counters of a record.
  ///
  /// - Throws: ``ProtobufError`` that names the field that is too large.
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
