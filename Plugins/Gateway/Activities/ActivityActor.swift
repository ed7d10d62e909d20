import ProtobufRuntime
import StoreProtos

/// Who has done something: a person, an admin key, or Steward itself.
enum ActivityActor {
  /// A kind of actors that the vendor's API knows.
  private struct Kind {
    /// The first part of an event's actor.
    let word: String
    let idPrefix: String
    let type: String
    /// The name of the member with the id.
    let member: String
  }

  private static let kinds = [
    Kind(word: "user", idPrefix: "user_", type: "user_actor", member: "user_id"),
    Kind(
      word: "admin_key", idPrefix: "adminkey_", type: "admin_api_key_actor",
      member: "admin_api_key_id"),
    Kind(
      word: "service_account", idPrefix: "svac_", type: "service_account_actor",
      member: "service_account_id"),
  ]

  /// Returns an event's actor, such as `user/user_…`, as the API shows it. The operator, the host,
  /// plugins and unknown callers have the type `steward_actor`.
  static func json(of actor: String) -> JSONValue {
    let parts = actor.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = kinds.first(where: { $0.word == parts[0] }) else {
      return .object([("type", .string("steward_actor")), ("id", .string(actor))])
    }
    return .object([("type", .string(kind.type)), (kind.member, .string(String(parts[1])))])
  }

  /// Returns the actor in the log that an id stands for. The id of another kind of actor is the
  /// actor itself.
  static func actor(of id: String) -> String {
    kinds.first { id.hasPrefix($0.idPrefix) }.map { "\($0.word)/\(id)" } ?? id
  }

  static let schema = Schema.object(
    [.init("type", .oneOf(kinds.map(\.type) + ["steward_actor"]))]
      + (kinds.map(\.member) + ["id"]).map { .init($0, .string, isRequired: false) }
  ).named("ActivityActor")
}
