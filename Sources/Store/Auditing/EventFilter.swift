public import StoreProtos

/// A filter for events. An event matches if every part of the filter that isn't empty applies to
/// it.
public struct EventFilter: Hashable, Sendable {
  /// An actor, as "user/user_…", or all actors of a kind, as "user/".
  public var actor: String
  /// Actions, as "organization.created", or all actions that begin with a prefix, as
  /// "organization.". An event matches if it has one of them.
  public var actions: [String]
  /// The record that the event changed.
  public var resource: String
  /// The idempotency key of the call that made the change.
  public var call: String
  /// The ids of organizations. An event matches if it belongs to one of them, so an empty set
  /// matches nothing. With `nil`, all events match, including those that belong to none.
  public var organizations: Set<String>?

  /// Creates a filter. Without parts, it matches all events.
  public init(
    actor: String = "", actions: [String] = [], resource: String = "", call: String = "",
    organizations: Set<String>? = nil
  ) {
    self.actor = actor
    self.actions = actions
    self.resource = resource
    self.call = call
    self.organizations = organizations
  }

  /// Whether the filter matches every event.
  public var isEmpty: Bool { self == EventFilter() }

  /// Returns whether the filter matches the event.
  public func matches(_ event: Event) -> Bool {
    includes(organization: event.organizationId) && Self.applies(actor, "/", to: event.actor)
      && (actions.isEmpty || actions.contains { Self.applies($0, ".", to: event.action) })
      && (resource.isEmpty || resource == event.resource)
      && (call.isEmpty || call == event.call)
  }

  /// Returns whether the filter matches events of an organization, or of none if the id is empty.
  private func includes(organization id: String) -> Bool {
    organizations.map { !id.isEmpty && $0.contains(id) } ?? true
  }

  /// Returns whether a part equals the value, or ends with the separator and is a prefix of the
  /// value.
  private static func applies(_ part: String, _ separator: Character, to value: String) -> Bool {
    part.isEmpty || part == value || (part.last == separator && value.hasPrefix(part))
  }
}

extension EventFilter {
  /// Groups of terms. Every matching event has a term of each group.
  var terms: [[EventTerm]] {
    let single: [(EventTerm.Field, String)] = [
      (.actor, actor), (.resource, resource), (.call, call),
    ]
    var groups = single.filter { !$0.1.isEmpty }.map { [EventTerm($0.0, $0.1)] }
    // An empty action matches every event.
    if !actions.isEmpty, !actions.contains("") {
      groups.append(actions.map { EventTerm(.action, $0) })
    }
    if let organizations { groups.append(organizations.map { EventTerm(.organization, $0) }) }
    return groups
  }
}
