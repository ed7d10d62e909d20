/// The actor and the call of a change. Every event of the change contains them.
public struct Change: Hashable, Sendable {
  /// The actor, as `operator/uid:1000`, `plugin/orgs`, `user/user_…`.
  public let actor: String

  /// The plugin that makes the change.
  public let plugin: String

  /// The method that was called, as `steward.orgs.v1.Orgs/Create`.
  public let method: String

  /// The call's idempotency key, or empty if it has none.
  public let call: String

  /// The change of the store's own writes, which change no record.
  static let none = Change(actor: "", plugin: "", method: "")

  /// Creates the description of a change.
  public init(actor: String, plugin: String, method: String, call: String = "") {
    self.actor = actor
    self.plugin = plugin
    self.method = method
    self.call = call
  }
}
