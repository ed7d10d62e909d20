import CorpusProtos
import GoogleProtos
import ProtobufRuntime
import Testing

@Suite("The translation of JSON to messages")
struct CanonicalJSONTests {
  /// Texts that both Steward and Python read as the same message.
  private static let readable: [(String, String)] = [
    (Scalars.fullName, #"{"int32Value": 1, "color": 2, "bytesValue": "AQ=="}"#),
    (Scalars.fullName, #"{"int32_value": 1.0, "int64_value": 1e3, "uint64_value": "5"}"#),
    (Scalars.fullName, #"{"int32_value": "-7", "uint32_value": 4294967295, "sint64_value": -1}"#),
    (
      Scalars.fullName,
      #"{"int64_value": "9223372036854775807", "uint64_value": 18446744073709551615}"#
    ),
    (Scalars.fullName, #"{"double_value": "NaN", "float_value": "-Infinity"}"#),
    (Scalars.fullName, #"{"double_value": "1.5", "float_value": 2}"#),
    (Scalars.fullName, #"{"bytes_value": "_-8", "color": 77}"#),
    (Scalars.fullName, #"{"int32_value": null, "string_value": null, "color": null}"#),
    (Scalars.fullName, #"{}"#),
    (Optionals.fullName, #"{"int32_value": 0, "string_value": "", "scalars": {}}"#),
    (Lists.fullName, #"{"int32s": [], "colors": ["COLOR_RED", 1, 99], "bools": [true]}"#),
    (
      Maps.fullName,
      #"{"bools": {"true": "a"}, "int32s": {"-1": "Infinity"}, "sfixed64s": {"5": {}}}"#
    ),
    (Choice.fullName, #"{"text": null, "number": 5}"#),
    (Choice.fullName, #"{"choice": {"empty": {}}, "otherRatio": 0}"#),
    (
      WellKnown.fullName,
      #"{"timestamp": "2024-02-29T23:59:59.123456789-11:30", "duration": "-0.5s"}"#
    ),
    (WellKnown.fullName, #"{"timestamp": "1972-01-01T10:00:20.021+00:00"}"#),
    (WellKnown.fullName, #"{"field_mask": "a,userName.displayName"}"#),
    (
      WellKnown.fullName,
      #"{"structure": {"a": [1, {"b": null}]}, "value": null, "null_value": null}"#
    ),
    (WellKnown.fullName, #"{"int64_value": "5", "bool_value": false, "bytes_value": "AA=="}"#),
    (WellKnown.fullName, #"{"any": {"@type": "x/steward.corpus.v1.Scalars", "int32_value": 3}}"#),
    (WellKnown.fullName, #"{"any": {"value": "1s", "@type": "x/google.protobuf.Duration"}}"#),
    (WellKnown.fullName, #"{"any": {}, "empty": {}}"#),
  ]

  @Test("Steward and Python read the same message from a valid JSON text")
  func readableTexts() throws {
    let pool = try ProtoFile.corpus.pool()
    let cases = Self.readable.map { PythonReference.Case(type: $0.0, input: .json($0.1)) }
    for ((type, text), response) in zip(Self.readable, try PythonReference.responses(to: cases)) {
      let wire = try pool.message(named: type).serialized(fromJSON: JSONValue(parsing: text))
      #expect(wire == response.wire, "\(text): \(response.refusal)")
    }
  }

  /// Texts that both Steward and Python refuse, with the path in Steward's error.
  private static let refused: [(String, String, path: String)] = [
    (Scalars.fullName, #"{"int32_value": 1.5}"#, "int32_value"),
    (Scalars.fullName, #"{"int32_value": 2147483648}"#, "int32_value"),
    (Scalars.fullName, #"{"uint32_value": -1}"#, "uint32_value"),
    (Scalars.fullName, #"{"int64_value": "9223372036854775808"}"#, "int64_value"),
    (Scalars.fullName, #"{"uint64_value": 1e20}"#, "uint64_value"),
    (Scalars.fullName, #"{"int32_value": "x"}"#, "int32_value"),
    (Scalars.fullName, #"{"int32_value": true}"#, "int32_value"),
    (Scalars.fullName, #"{"int32_value": {}}"#, "int32_value"),
    (Scalars.fullName, #"{"float_value": 1e39}"#, "float_value"),
    (Scalars.fullName, #"{"double_value": "one"}"#, "double_value"),
    (Scalars.fullName, #"{"bool_value": "true"}"#, "bool_value"),
    (Scalars.fullName, #"{"bool_value": 1}"#, "bool_value"),
    (Scalars.fullName, #"{"string_value": 5}"#, "string_value"),
    (Scalars.fullName, #"{"color": "COLOR_MAUVE"}"#, "color"),
    (Scalars.fullName, #"{"bytes_value": 5}"#, "bytes_value"),
    (Scalars.fullName, #"{"colour": 1}"#, "colour"),
    (Scalars.fullName, #"5"#, ""),
    (Lists.fullName, #"{"int32s": 5}"#, "int32s"),
    (Lists.fullName, #"{"int32s": [1, null]}"#, "int32s[1]"),
    (Lists.fullName, #"{"scalars": [{}, {"x": 1}]}"#, "scalars[1].x"),
    (Maps.fullName, #"{"strings": []}"#, "strings"),
    (Maps.fullName, #"{"strings": {"a": null}}"#, "strings.a"),
    (Maps.fullName, #"{"bools": {"yes": "x"}}"#, "bools.yes"),
    (Maps.fullName, #"{"int32s": {"x": 1}}"#, "int32s.x"),
    (Choice.fullName, #"{"text": "a", "number": 1}"#, "number"),
    (WellKnown.fullName, #"{"timestamp": "2024-02-30T00:00:00Z"}"#, "timestamp"),
    (WellKnown.fullName, #"{"timestamp": "2024-02-20 00:00:00Z"}"#, "timestamp"),
    (WellKnown.fullName, #"{"timestamp": "2024-02-20T00:00:00"}"#, "timestamp"),
    (WellKnown.fullName, #"{"timestamp": "2024-02-20T00:00:00.1234567890Z"}"#, "timestamp"),
    (WellKnown.fullName, #"{"timestamp": 5}"#, "timestamp"),
    (WellKnown.fullName, #"{"duration": "5"}"#, "duration"),
    (WellKnown.fullName, #"{"duration": "315576000001s"}"#, "duration"),
    (WellKnown.fullName, #"{"field_mask": "snake_case"}"#, "field_mask"),
    (WellKnown.fullName, #"{"structure": []}"#, "structure"),
    (WellKnown.fullName, #"{"list": {}}"#, "list"),
    (WellKnown.fullName, #"{"any": {"x": 1}}"#, "any.@type"),
    (WellKnown.fullName, #"{"any": {"@type": "x/no.Such"}}"#, "any.@type"),
    (WellKnown.fullName, #"{"any": {"@type": "x/steward.corpus.v1.Nothing", "a": 1}}"#, "any.a"),
    (WellKnown.fullName, #"{"int32_value": "x"}"#, "int32_value"),
  ]

  @Test("A JSON text that Python refuses is refused with the path of the field")
  func refusedTexts() throws {
    let pool = try ProtoFile.corpus.pool()
    let cases = Self.refused.map { PythonReference.Case(type: $0.0, input: .json($0.1)) }
    for ((type, text, path), response) in zip(
      Self.refused, try PythonReference.responses(to: cases))
    {
      #expect(response.wire == nil, "Python reads \(text)")
      let descriptor = try pool.message(named: type)
      let error = #expect(throws: ProtobufError.self, "\(text)") {
        try descriptor.serialized(fromJSON: JSONValue(parsing: text))
      }
      #expect(error?.path == path, "\(text): \(String(describing: error))")
    }
  }

  private static let unprintable: [any GeneratedMessage] = [
    WellKnown(fieldMask: GoogleFieldMask(paths: ["a_1"])),
    WellKnown(fieldMask: GoogleFieldMask(paths: ["camelCase"])),
    WellKnown(any: GoogleAny(typeUrl: "x/no.Such", value: [1])),
  ]

  @Test("A message without a JSON form is refused, as in Python")
  func unprintableMessages() throws {
    let cases = try Self.unprintable.map {
      PythonReference.Case(type: WellKnown.fullName, input: .wire(try $0.serialized()))
    }
    for (message, response) in zip(Self.unprintable, try PythonReference.responses(to: cases)) {
      #expect(response.json == nil, "Python prints \(message)")
      #expect(throws: ProtobufError.self, "\(message)") { try message.json() }
    }
  }

  @Test("A JSON text that the specification doesn't allow is refused, even if Python reads it")
  func stricter() {
    let texts: [(any GeneratedMessage.Type, String)] = [
      (Scalars.self, #"{"color": 1.5}"#), (Scalars.self, #"{"int32_value": 1, "int32Value": 1}"#),
      (Scalars.self, "[]"), (WellKnown.self, #"{"duration": "1.0000000001s"}"#),
      (Scalars.self, #"{"int32_value": " 1"}"#), (Scalars.self, #"{"int32_value": "+1"}"#),
      (Scalars.self, #"{"color": "1"}"#), (Scalars.self, #"{"bytes_value": "A A="}"#),
      (Scalars.self, #"{"bytes_value": "A"}"#), (Scalars.self, #"{"double_value": "0x1p3"}"#),
    ]
    for (type, text) in texts {
      #expect(throws: ProtobufError.self, "\(text)") { try type.init(json: text) }
    }
    for time in [GoogleTimestamp(nanos: 1_000_000_000), GoogleTimestamp(nanos: -1)] {
      #expect(throws: ProtobufError.self) { try time.json() }
    }
    #expect(throws: ProtobufError.self) { try GoogleValue(kind: .numberValue(.infinity)).json() }
  }

  @Test("Defaults of fields without presence are printed on request")
  func defaults() throws {
    let json = try Choice().json(options: JSONOptions(includesDefaults: true))
    #expect(json == #"{"between":""}"#)
    #expect(try Maps().jsonValue(options: JSONOptions(includesDefaults: true)) != .object([]))
    #expect(try Optionals().json(options: JSONOptions(includesDefaults: true)) == "{}")
  }
}
