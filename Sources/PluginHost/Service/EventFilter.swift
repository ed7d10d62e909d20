internal import StewardProtos

/// Which events of the log are wanted. What is empty is not asked for.
struct EventFilter: Hashable, Sendable {
  /// An actor, or with a "/" at its end all of a kind.
  var actor = ""
  /// An action, or with a "." at its end all that begin so.
  var action = ""
  /// The id of a record.
  var resource = ""
  /// A call's idempotency key.
  var call = ""

  /// Whether every event is wanted.
  var isEmpty: Bool { self == EventFilter() }

  func matches(_ event: Event) -> Bool {
    Self.matches(event.actor, actor, kindsEnd: "/")
      && Self.matches(event.action, action, kindsEnd: ".")
      && (resource.isEmpty || event.resource == resource) && (call.isEmpty || event.call == call)
  }

  private static func matches(_ value: String, _ wanted: String, kindsEnd end: String) -> Bool {
    wanted.hasSuffix(end) ? value.hasPrefix(wanted) : wanted.isEmpty || value == wanted
  }
}

extension EventFilter {
  init(_ request: WatchRequest) {
    self.init(actor: request.actor, action: request.action, resource: request.resource)
  }

  init(_ request: ListAuditRequest) {
    self.init(
      actor: request.actor, action: request.action, resource: request.resource, call: request.call)
  }
}
