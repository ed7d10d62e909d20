/// The relation between the caller and the place of a call.
enum Relation: String, CaseIterable, Sendable {
  /// The organization and the workspace in which the caller has a role, or the caller's own
  /// personal things.
  case own
  /// Another workspace of that organization.
  case sibling
  /// What belongs to the caller in that other workspace: keys that are linked to the caller.
  case mine
  /// Another organization, or another person.
  case other
  /// A place where nothing exists.
  case nowhere
}

/// A workspace with its organization and contents.
struct Place: Sendable {
  let organization: String
  let workspace: String
  /// A member of the organization and the workspace.
  let worker: String
  let invite: String
  var issuedKey: String
  var registeredKey: String

  /// Valid ids that nothing has.
  static let nowhere = Place(
    organization: "01a20ac7-f99f-7000-8308-317d0627c2c5", workspace: unknown("wrkspc"),
    worker: unknown("user"), invite: unknown("invite"), issuedKey: unknown("apikey"),
    registeredKey: unknown("apikey"))

  /// Returns an id of a kind that nothing has.
  static func unknown(_ kind: String) -> String { kind + "_" + String(repeating: "z", count: 24) }
}
