public import StoreProtos

/// Which events are wanted: those to which each part applies that isn't empty.
public struct EventFilter: Hashable, Sendable {
  /// An actor, as "user/user_…"; or all of a kind, as "user/".
  public var actor: String
  /// An action, as "organization.created"; or all that begin so, as "organization.".
  public var action: String
  /// The record that was changed.
  public var resource: String
  /// The idempotency key of the call that made the change.
  public var call: String

  /// Creates a filter; without parts, of all events.
  public init(actor: String = "", action: String = "", resource: String = "", call: String = "") {
    self.actor = actor
    self.action = action
    self.resource = resource
    self.call = call
  }

  /// Whether every event is wanted.
  public var isEmpty: Bool { self == EventFilter() }

  /// Whether the event is wanted.
  public func matches(_ event: Event) -> Bool {
    Self.applies(actor, "/", to: event.actor) && Self.applies(action, ".", to: event.action)
      && (resource.isEmpty || resource == event.resource)
      && (call.isEmpty || call == event.call)
  }

  /// Whether a part is the value, or ends with the separator and is what the value begins with.
  private static func applies(_ part: String, _ separator: Character, to value: String) -> Bool {
    part.isEmpty || part == value || (part.last == separator && value.hasPrefix(part))
  }
}

extension EventFilter {
  /// The terms that each event has to which the filter applies.
  var terms: [EventTerm] {
    let parts: [(EventTerm.Field, String)] = [
      (.actor, actor), (.action, action), (.resource, resource), (.call, call),
    ]
    return parts.filter { !$0.1.isEmpty }.map { EventTerm($0.0, $0.1) }
  }
}
