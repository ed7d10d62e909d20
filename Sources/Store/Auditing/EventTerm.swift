internal import Crypto
internal import StoreProtos

/// A fact about an event, by which the event can be looked up.
///
/// The index keeps only the first bytes of its hash. If two terms share these bytes, the search
/// reads events that don't match, but never returns them.
struct EventTerm: Hashable {
  enum Field: UInt8 {
    case actor = 1
    case action, resource, call, organization
  }

  static let length = 8

  let bytes: [UInt8]

  init(_ field: Field, _ value: some StringProtocol) {
    bytes = Array(SHA256.bytes(of: [field.rawValue] + Array(value.utf8)).prefix(Self.length))
  }

  /// Returns the terms of an event: its fields, and the prefixes of the fields that consist of
  /// parts.
  static func terms(of event: Event) -> [EventTerm] {
    beginnings(of: event.actor, upTo: "/").map { EventTerm(.actor, $0) }
      + beginnings(of: event.action, upTo: ".").map { EventTerm(.action, $0) }
      + [EventTerm(.resource, event.resource), EventTerm(.call, event.call)]
      + (event.organizationId.isEmpty ? [] : [EventTerm(.organization, event.organizationId)])
  }

  /// Returns the prefixes of `a.b.c`: `a.`, `a.b.` and `a.b.c` itself.
  private static func beginnings(
    of value: String, upTo separator: Character
  ) -> [Substring] {
    value.indices.filter { value[$0] == separator }.map { value[...$0] } + [value[...]]
  }
}
