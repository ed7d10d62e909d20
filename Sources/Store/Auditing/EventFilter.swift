public import StoreProtos

/// A filter for events. An event matches if every part of the filter that isn't empty applies to
/// it.
public struct EventFilter: Hashable, Sendable {
  /// An actor, as "user/user_…", or all actors of a kind, as "user/".
  public var actor: String
  /// An action, as "organization.created", or all actions that begin with a prefix, as
  /// "organization.".
  public var action: String
  /// The record that the event changed.
  public var resource: String
  /// The idempotency key of the call that made the change.
  public var call: String

  /// Creates a filter. Without parts, it matches all events.
  public init(actor: String = "", action: String = "", resource: String = "", call: String = "") {
    self.actor = actor
    self.action = action
    self.resource = resource
    self.call = call
  }

  /// Whether the filter matches every event.
  public var isEmpty: Bool { self == EventFilter() }

  /// Returns whether the filter matches the event.
  public func matches(_ event: Event) -> Bool {
    Self.applies(actor, "/", to: event.actor) && Self.applies(action, ".", to: event.action)
      && (resource.isEmpty || resource == event.resource)
      && (call.isEmpty || call == event.call)
  }

  /// Returns whether a part equals the value, or ends with the separator and is a prefix of the
  /// value.
  private static func applies(_ part: String, _ separator: Character, to value: String) -> Bool {
    part.isEmpty || part == value || (part.last == separator && value.hasPrefix(part))
  }
}

extension EventFilter {
  /// The terms that every matching event has.
  var terms: [EventTerm] {
    let parts: [(EventTerm.Field, String)] = [
      (.actor, actor), (.action, action), (.resource, resource), (.call, call),
    ]
    return parts.filter { !$0.1.isEmpty }.map { EventTerm($0.0, $0.1) }
  }
}
