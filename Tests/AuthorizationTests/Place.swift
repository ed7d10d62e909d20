/// Where something is that is called for, as seen by the caller.
enum Relation: String, CaseIterable, Sendable {
  /// The organization and the workspace in which the caller has a role; of what belongs to a person, their own.
  case own
  /// Another workspace of that organization.
  case sibling
  /// Another organization, or another person.
  case other
  /// Nowhere: nothing of it exists.
  case nowhere
}

/// A workspace, its organization, and what is there.
struct Place: Sendable {
  let organization: String
  let workspace: String
  /// A member of both.
  let worker: String
  let invite: String
  let issuedKey: String
  let registeredKey: String

  /// Ids as they could be, which nothing has.
  static let nowhere = Place(
    organization: "01a20ac7-f99f-7000-8308-317d0627c2c5", workspace: unknown("wrkspc"),
    worker: unknown("user"), invite: unknown("invite"), issuedKey: unknown("apikey"),
    registeredKey: unknown("apikey"))

  /// An id of a kind that nothing has.
  static func unknown(_ kind: String) -> String { kind + "_" + String(repeating: "z", count: 24) }
}
