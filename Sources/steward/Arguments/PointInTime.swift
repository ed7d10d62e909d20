internal import GoogleProtos
internal import ProtobufRuntime

/// A time as RFC 3339 writes it, `2026-12-31T23:59:59Z`; or a date alone, which stands for its
/// first moment in UTC.
struct PointInTime: Hashable, Sendable {
  let timestamp: GoogleTimestamp

  init?(_ text: String) {
    guard let timestamp = try? GoogleTimestamp(json: "\"\(Self.whole(text))\"") else { return nil }
    self.timestamp = timestamp
  }

  /// A date with the time that is left out; anything else as it is.
  static func whole(_ text: String) -> String {
    text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil ? text : text + "T00:00:00Z"
  }
}
