import CorpusProtos
import GoogleProtos
import ProtobufRuntime
import Testing

/// An anonymous request, `{"limit":1e-9223372036854775808}`, once crashed the gateway, because this
/// exponent has no absolute value.
@Suite("Numbers at the ends of their types")
struct ExtremeNumberTests {
  private static let texts = [
    "1e-9223372036854775808", "1e-9223372036854775807", "1e9223372036854775807",
    "1e9223372036854775808", "-1e-9223372036854775808", "1e-1048577", "1e1048577", "-0", "0e99999",
    "0.0e-9223372036854775808", "9223372036854775808", "-9223372036854775809",
    "18446744073709551616", "1.8446744073709551615e19", "4294967296", "2147483648", "-2147483649",
    String(repeating: "9", count: 1000), "0." + String(repeating: "0", count: 1000) + "1",
    String(repeating: "9", count: 1000) + "e-1000",
  ]

  @Test("An extreme number never causes a trap in any field, bare or as a text", arguments: texts)
  func scalars(_ text: String) throws {
    let descriptor = try Scalars.descriptor
    for field in descriptor.fields {
      for value in [JSONValue.number(text), .string(text)] {
        guard
          let wire = try? descriptor.serialized(fromJSON: .object([(field.name, value)]))
        else { continue }
        _ = try Scalars(serialized: wire).json()
      }
    }
  }

  @Test("A number that is too long is refused with its path")
  func longNumbers() {
    let long = String(repeating: "1", count: ProtobufLimits.numberLength + 1)
    let error = #expect(throws: ProtobufError.self) { try JSONValue(parsing: "[0, \(long)]") }
    #expect(error?.kind == .tooLarge)
    #expect(error?.path == "[1]")
    #expect(throws: ProtobufError.self) { try Scalars(json: "{\"int64_value\": \"\(long)\"}") }
  }

  @Test("A text with too many values is refused, however they are nested")
  func manyValues() throws {
    let most = ProtobufLimits.jsonValues
    func list(_ element: String, _ count: Int) -> String {
      "[" + Array(repeating: element, count: count).joined(separator: ",") + "]"
    }
    _ = try JSONValue(parsing: list("0", most - 1))
    for text in [list("0", most), list("{}", most), list("[{\"a\":0}]", most / 3 + 1)] {
      let error = #expect(throws: ProtobufError.self) { try JSONValue(parsing: text) }
      #expect(error?.kind == .tooLarge)
    }
  }

  /// Invalid timestamps and durations on the wire, as field 1 and 2 of a message.
  private static let times = [
    "0a07088083d1ffaf07",  // a second after year 9999
    "0a0b08ff91b8c398feffffff01",  // a second before year 1
    "0a0a08ffffffffffffffff7f",  // 2^63 - 1 seconds
    "0a0b0880808080808080808001",  // -2^63 seconds
    "0a0610ffffffff07",  // 2^31 - 1 nanoseconds
    "0a0b10ffffffffffffffffff01",  // -1 nanosecond
    "120d080110ffffffffffffffffff01",  // two different signs
    "12070881bcaece9709",  // one second more than ten thousand years
    "120a08ffffffffffffffff7f",
    "12061080b5eeb904",  // one second or more in nanoseconds
  ]

  @Test(
    "A time that protobuf doesn't allow is refused on the wire, as in JSON", arguments: times
  )
  func wireTimes(_ wire: String) throws {
    let generated = #expect(throws: ProtobufError.self) {
      try WellKnown(serialized: bytes(wire))
    }
    let dynamic = #expect(throws: ProtobufError.self) {
      try WellKnown.descriptor.json(fromSerialized: bytes(wire))
    }
    #expect(generated == dynamic)
    #expect(["timestamp", "duration"].contains(generated?.path))
  }

  @Test("The first and the last time of protobuf are read, written and printed")
  func lastTimes() throws {
    for time in [
      GoogleTimestamp(seconds: -62_135_596_800),
      GoogleTimestamp(seconds: 253_402_300_799, nanos: 999_999_999),
    ] {
      #expect(try GoogleTimestamp(json: try time.json()) == time)
    }
    for duration in [
      GoogleDuration(seconds: 315_576_000_000), GoogleDuration(seconds: -315_576_000_000),
    ] {
      #expect(try GoogleDuration(json: try duration.json()) == duration)
    }
  }

  @Test("A time that no reader accepts is not written")
  func unwritable() {
    #expect(throws: ProtobufError.self) { try GoogleTimestamp(seconds: .max).serialized() }
    #expect(throws: ProtobufError.self) {
      try WellKnown(duration: GoogleDuration(seconds: 1, nanos: -1)).serialized()
    }
  }

  /// Each level was once translated twice, so a hundred levels would have taken forever.
  @Test("The content of an Any is translated only once on each level")
  func nestedAny() throws {
    var any = try GoogleAny(
      typeUrl: "x/google.protobuf.Timestamp", value: GoogleTimestamp(seconds: 1).serialized())
    for _ in 0..<40 {
      any = GoogleAny(typeUrl: "x/google.protobuf.Any", value: try any.serialized())
    }
    let json = try WellKnown(any: any).json()
    #expect(json.contains("1970-01-01T00:00:01Z"))
  }
}
