internal import GoogleProtos
internal import ProtobufRuntime

/// A time in the format of RFC 3339, `2026-12-31T23:59:59Z`, or a date alone, which stands for the
/// start of that day in UTC.
struct PointInTime: Hashable, Sendable {
  let timestamp: GoogleTimestamp

  init?(_ text: String) {
    guard let timestamp = try? GoogleTimestamp(json: "\"\(Self.whole(text))\"") else { return nil }
    self.timestamp = timestamp
  }

  /// Returns a date with the start of the day in UTC added, and any other text as it is.
  static func whole(_ text: String) -> String {
    text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil ? text : text + "T00:00:00Z"
  }
}
