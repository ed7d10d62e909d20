import CorpusProtos
import GoogleProtos
import ProtobufRuntime
import Testing

/// A message of the corpus, of any type.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let message: any GeneratedMessage

  init(_ name: String, _ message: any GeneratedMessage) {
    self.name = name
    self.message = message
  }

  var testDescription: String { name }
  var type: String { Swift.type(of: message).fullName }
}

/// Difficult messages, for every kind of field.
enum Corpus {
  static let samples = scalars + optionals + lists + maps + choices + nested + wellKnown + words

  static let largest = Scalars(
    doubleValue: .greatestFiniteMagnitude, floatValue: 3.4e38, int32Value: .max,
    int64Value: .max, uint32Value: .max, uint64Value: .max, sint32Value: .max, sint64Value: .max,
    fixed32Value: .max, fixed64Value: .max, sfixed32Value: .max, sfixed64Value: .max,
    boolValue: true, stringValue: "\u{10FFFF}", bytesValue: [0, 255], color: .deepBlue, last: "z")

  static let smallest = Scalars(
    doubleValue: -.leastNonzeroMagnitude, floatValue: -.leastNormalMagnitude, int32Value: .min,
    int64Value: .min, uint32Value: 1, uint64Value: 1, sint32Value: .min, sint64Value: .min,
    fixed32Value: 1, fixed64Value: 1, sfixed32Value: .min, sfixed64Value: .min,
    stringValue: "\u{1}", bytesValue: [0], color: .negative)

  private static let scalars = [
    Sample("nothing", Nothing()),
    Sample("unset scalars", Scalars()),
    Sample("largest scalars", largest),
    Sample("smallest scalars", smallest),
    Sample("negative zeros", Scalars(doubleValue: -0.0, floatValue: -0.0)),
    Sample("infinities", Scalars(doubleValue: .infinity, floatValue: -.infinity)),
    Sample("an enum number without a name", Scalars(color: Color(rawValue: 99))),
    Sample("text of every length of character", Scalars(stringValue: "aé日😀\"\\\u{7F}\n\t/")),
    Sample("text of eight and more characters", Scalars(stringValue: "exactly8, ünd mehr als das")),
  ]

  private static let optionals = [
    Sample("unset optionals", Optionals()),
    Sample(
      "optionals set to their defaults",
      Optionals(
        doubleValue: 0, floatValue: 0, int32Value: 0, int64Value: 0, uint32Value: 0,
        uint64Value: 0, sint32Value: 0, sint64Value: 0, fixed32Value: 0, fixed64Value: 0,
        sfixed32Value: 0, sfixed64Value: 0, boolValue: false, stringValue: "", bytesValue: [],
        color: .unspecified, scalars: Scalars())),
    Sample(
      "optionals set to other values",
      Optionals(
        doubleValue: -0.0, int64Value: -1, boolValue: true, stringValue: "x", bytesValue: [0],
        color: Color(rawValue: -99), scalars: largest)),
  ]

  private static let lists = [
    Sample("empty lists", Lists()),
    Sample(
      "lists of numbers",
      Lists(
        doubles: [0, -0.0, 1.5, .infinity], floats: [0, 0.1], int32s: [0, -1, .min, .max],
        int64s: [.min, 0, .max], uint32s: [0, .max], uint64s: [.max, 1], sint32s: [.min, .max, -1],
        sint64s: [.min, .max, -1], fixed32s: [.max], fixed64s: [.max, 0], sfixed32s: [.min],
        sfixed64s: [.min, 5], bools: [true, false, true], unpacked: [1, -1, 0])),
    Sample(
      "lists of texts, bytes, enums and messages",
      Lists(
        strings: ["", "a", "ü"], byteStrings: [[], [0], [1, 2, 3]],
        colors: [.red, .unspecified, Color(rawValue: 12345), .negative],
        scalars: [Scalars(), largest, smallest], unpackedColors: [.red, .unspecified])),
    Sample(
      "a long list", Lists(int32s: Array(0..<1000), strings: Array(repeating: "x", count: 50))),
  ]

  private static let maps = [
    Sample("empty maps", Maps()),
    Sample(
      "maps with default keys and values",
      Maps(
        strings: ["": ""], int32s: [0: 0], int64s: [0: 0], uint32s: [0: []],
        uint64s: [0: .unspecified], sint32s: [0: false], sint64s: [0: 0], fixed32s: [0: 0],
        fixed64s: [0: 0], sfixed32s: [0: 0], sfixed64s: [0: Scalars()], bools: [false: ""])),
    Sample(
      "maps with several entries",
      Maps(
        strings: ["b": "1", "a": "2", "ä": "3", "Z": "4", "aa": "5"],
        int32s: [-1: -0.0, 2: 1.5, 1: 0, .min: 3], int64s: [.min: 1, .max: 2],
        uint32s: [.max: [1], 3: [2]], uint64s: [.max: .red, 4: Color(rawValue: 8)],
        sint32s: [-5: true, 5: false], sint64s: [-5: 1, 5: -1], fixed32s: [9: 1, 8: 2],
        fixed64s: [9: 1, 8: -2], sfixed32s: [-9: 1, 8: 2],
        sfixed64s: [-9: largest, 8: smallest], bools: [true: "yes", false: "no"])),
  ]

  private static let choices = [
    Sample("no choice", Choice(between: "x")),
    Sample("empty text", Choice(kind: .text(""))),
    Sample("empty bytes", Choice(kind: .data([]))),
    Sample("zero", Choice(kind: .number(0))),
    Sample("false", Choice(kind: .flag(false))),
    Sample("negative zero", Choice(kind: .ratio(-0.0), other: .otherRatio(0))),
    Sample("an enum", Choice(kind: .named(.self_))),
    Sample("an unknown enum", Choice(kind: .named(Choice.Kind(rawValue: 5)))),
    Sample("a message", Choice(kind: .scalars(largest), between: "b", other: .otherText("o"))),
    Sample("a choice of a choice", Choice(kind: .choice(Choice(kind: .choice(Choice()))))),
    Sample("emptiness", Choice(kind: .empty(GoogleEmpty()))),
  ]

  private static let nested = [
    Sample("a lone node", Node(name: "x")),
    Sample(
      "a tree",
      Node(
        name: "root", child: Node(name: "child", child: Node()),
        children: [Node(name: "0"), Node(), Node(children: [Node(name: "deep")])],
        named: ["b": Node(name: "2"), "a": Node(), "": Node(named: ["x": Node()])],
        other: Node(), mirror: Mirror(node: Node(mirror: Mirror(angle: -1)), angle: 3))),
    Sample(
      "everything",
      Everything(
        scalars: largest, optionals: Optionals(scalars: smallest), lists: Lists(bools: [true]),
        maps: Maps(bools: [true: "x"]), choice: Choice(kind: .number(-1)), node: Node(name: "n"),
        words: Words(class: "c"), wellKnown: WellKnown(empty: GoogleEmpty()))),
  ]

  private static let words = [
    Sample(
      "words that languages keep",
      Words(
        class: "1", init_: "2", self_: "3", in: "4", default: "5", serialized_: "6", c: "7",
        fields: "8", value: "9", camelCase: "10", uPPER: "11", repeat: ["12"], protocol: "13",
        type: Words.Type_(type: "14")))
  ]
}
