internal import Crypto
internal import StoreProtos

/// Something that is said of an event, by which it can be looked up.
///
/// Only the first bytes of its hash: two that share them cost a look at a wrong event, and no wrong answer.
struct EventTerm: Hashable {
  enum Field: UInt8 {
    case actor = 1
    case action, resource, call
  }

  static let length = 8

  let bytes: [UInt8]

  init(_ field: Field, _ value: some StringProtocol) {
    bytes = Array(SHA256.bytes(of: [field.rawValue] + Array(value.utf8)).prefix(Self.length))
  }

  /// The terms of an event: its fields, and the beginnings of those that are made of parts.
  static func terms(of event: Event) -> [EventTerm] {
    beginnings(of: event.actor, upTo: "/").map { EventTerm(.actor, $0) }
      + beginnings(of: event.action, upTo: ".").map { EventTerm(.action, $0) }
      + [EventTerm(.resource, event.resource), EventTerm(.call, event.call)]
  }

  /// `a.b.c` as `a.`, `a.b.` and itself.
  private static func beginnings(
    of value: String, upTo separator: Character
  ) -> [Substring] {
    value.indices.filter { value[$0] == separator }.map { value[...$0] } + [value[...]]
  }
}
