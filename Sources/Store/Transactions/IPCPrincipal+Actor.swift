public import IPCProtos

extension IPCPrincipal {
  /// What an event calls it, as `user/user_…`; nil if it names no one, not even an anonymous
  /// caller.
  public var actor: String? {
    guard kind != .anonymous else { return kind.actorWord }
    return id.isEmpty ? nil : "\(kind.actorWord)/\(id)"
  }
}

extension IPCPrincipal.Kind {
  /// The word that stands for it in an event's actor.
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
