public import IPCProtos

extension IPCPrincipal {
  /// The principal's name in an event, as `user/user_…`. It is nil if the principal has no id and
  /// isn't an anonymous caller.
  public var actor: String? {
    guard kind != .anonymous else { return kind.actorWord }
    return id.isEmpty ? nil : "\(kind.actorWord)/\(id)"
  }
}

extension IPCPrincipal.Kind {
  /// The word for the kind of principal in an event's actor.
  public var actorWord: String {
    switch self {
    case .operator: "operator"
    case .plugin: "plugin"
    case .user: "user"
    case .adminKey: "admin_key"
    case .host: "host"
    case .anonymous: "anonymous"
    default: "unknown"
    }
  }
}
