import GoogleProtos
import ProtobufRuntime

extension JSONValue {
  /// A text, or null.
  static func text(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }

  /// A point in time as RFC 3339 writes it, or null.
  static func time(_ time: GoogleTimestamp?) -> JSONValue {
    .text(time.flatMap { try? TimestampText.format(seconds: $0.seconds, nanos: $0.nanos) })
  }
}
