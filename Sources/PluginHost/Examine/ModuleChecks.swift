internal import StewardProtos

/// How the modules do.
enum ModuleChecks {
  static func findings(_ modules: [PluginStatus]) -> [Finding] {
    guard !modules.isEmpty else {
      return [
        .error("modules", "No module was found.", "Say where they are: --plugin-path DIR")
      ]
    }
    let bad = modules.compactMap(finding)
    return bad.isEmpty ? [.ok("modules", "All \(modules.count) modules can be used.")] : bad
  }

  private static func finding(_ module: PluginStatus) -> Finding? {
    let name = "modules.\(module.name)"
    let crash = module.lastCrash
    switch module.state {
    case "failed":
      return .error(
        name,
        "Module \(module.name) can't serve as it is: \(crash?.cause ?? "it can't be started").",
        crash?.remedy ?? "Try again: steward plugin reload \(module.name)")
    case "backing_off", "starting":
      guard crash != nil else { return nil }
      return .warning(
        name, "Module \(module.name) has crashed and is started again: \(crash?.cause ?? "").",
        "See why: steward plugin info \(module.name)")
    default:
      return unaccepted(module, name)
    }
  }

  private static func unaccepted(_ module: PluginStatus, _ name: String) -> Finding? {
    switch module.trust {
    case "needed":
      .warning(
        name, "Plugin \(module.name) is not started before its grants are accepted.",
        "See them, and accept: steward plugin trust \(module.name)")
    case "changed":
      .warning(
        name, "Plugin \(module.name) changed since it was accepted, and is not started again.",
        "See what changed, and accept: steward plugin trust \(module.name)")
    default: nil
    }
  }
}
