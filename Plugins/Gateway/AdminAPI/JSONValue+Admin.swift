import GoogleProtos
import ProtobufRuntime

extension JSONValue {
  /// Returns a string, or null.
  static func text(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }

  /// Returns a point in time in the format of RFC 3339, or null.
  static func time(_ time: GoogleTimestamp?) -> JSONValue {
    .text(time.flatMap { try? TimestampText.format(seconds: $0.seconds, nanos: $0.nanos) })
  }
}
