import CorpusProtos
import GoogleProtos
import ProtobufRuntime

extension Corpus {
  static let wellKnown = [
    Sample("no well-known types", WellKnown()),
    Sample(
      "empty well-known types",
      WellKnown(
        timestamp: GoogleTimestamp(), duration: GoogleDuration(), fieldMask: GoogleFieldMask(),
        structure: GoogleStruct(), value: GoogleValue(kind: .nullValue(.nullValue)),
        list: GoogleListValue(), any: GoogleAny(), empty: GoogleEmpty(),
        doubleValue: GoogleDoubleValue(), floatValue: GoogleFloatValue(),
        int64Value: GoogleInt64Value(), uint64Value: GoogleUInt64Value(),
        int32Value: GoogleInt32Value(), uint32Value: GoogleUInt32Value(),
        boolValue: GoogleBoolValue(), stringValue: GoogleStringValue(),
        bytesValue: GoogleBytesValue())),
    Sample(
      "wrappers",
      WellKnown(
        doubleValue: GoogleDoubleValue(value: -0.0), floatValue: GoogleFloatValue(value: .infinity),
        int64Value: GoogleInt64Value(value: .min), uint64Value: GoogleUInt64Value(value: .max),
        int32Value: GoogleInt32Value(value: .min), uint32Value: GoogleUInt32Value(value: .max),
        boolValue: GoogleBoolValue(value: true), stringValue: GoogleStringValue(value: "ü"),
        bytesValue: GoogleBytesValue(value: [1, 2, 3]))),
    Sample(
      "times",
      WellKnown(
        timestamp: GoogleTimestamp(seconds: 951_782_400, nanos: 1),
        timestamps: [
          GoogleTimestamp(seconds: -62_135_596_800),
          GoogleTimestamp(seconds: 253_402_300_799, nanos: 999_999_999),
          GoogleTimestamp(seconds: -1, nanos: 500_000_000),
          GoogleTimestamp(seconds: 1_709_251_199, nanos: 1_000),
        ],
        durations: [
          "a": GoogleDuration(seconds: -1, nanos: -500_000_000),
          "b": GoogleDuration(nanos: -1), "c": GoogleDuration(seconds: 315_576_000_000),
        ])),
    Sample(
      "a field mask",
      WellKnown(fieldMask: GoogleFieldMask(paths: ["a", "b_c", "user.display_name"]))),
    Sample(
      "a structure",
      WellKnown(structure: structure, value: GoogleValue(kind: .structValue(structure)))),
    Sample(
      "values",
      WellKnown(
        list: GoogleListValue(values: [GoogleValue(kind: .numberValue(1.5))]),
        values: [
          GoogleValue(kind: .nullValue(.nullValue)), GoogleValue(kind: .boolValue(false)),
          GoogleValue(kind: .numberValue(0)), GoogleValue(kind: .stringValue("")),
          GoogleValue(kind: .listValue(GoogleListValue())),
        ])),
    Sample(
      "any of ordinary and special types",
      WellKnown(anys: [
        GoogleAny(typeUrl: "type.googleapis.com/steward.corpus.v1.Nothing"),
        GoogleAny(typeUrl: "x.org/steward.corpus.v1.Mirror", value: [16, 7]),
        GoogleAny(typeUrl: "type.googleapis.com/google.protobuf.Duration", value: [8, 3]),
        GoogleAny(typeUrl: "type.googleapis.com/google.protobuf.Empty"),
      ])),
  ]

  private static let structure = GoogleStruct(fields: [
    "null": GoogleValue(kind: .nullValue(.nullValue)),
    "number": GoogleValue(kind: .numberValue(-2.5e-7)),
    "list": GoogleValue(
      kind: .listValue(
        GoogleListValue(values: [
          GoogleValue(kind: .stringValue("x")), GoogleValue(kind: .structValue(GoogleStruct())),
        ]))),
  ])
}
