internal import StewardProtos

extension IPCPrincipal.Kind {
  /// The word that stands for it in an event's actor.
  var actorWord: String {
    switch self {
    case .operator: "operator"
    case .module: "module"
    case .user: "user"
    case .adminKey: "admin_key"
    default: "unknown"
    }
  }
}
