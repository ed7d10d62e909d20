internal import HostProtos

extension Diagnostics {
  /// Checks the state of the plugins.
  static func pluginFindings(_ plugins: [PluginStatus]) -> [Finding] {
    guard !plugins.isEmpty else {
      return [
        .error("plugins", "No plugin was found.", "Name the folder with them: --plugin-path DIR")
      ]
    }
    let bad = plugins.compactMap(finding)
    return bad.isEmpty ? [.ok("plugins", "All \(plugins.count) plugins can be used.")] : bad
  }

  private static func finding(_ plugin: PluginStatus) -> Finding? {
    let name = "plugins.\(plugin.name)"
    let crash = plugin.lastCrash
    switch plugin.state {
    case "failed":
      return .error(
        name,
        "Plugin \(plugin.name) can't serve as it is: \(crash?.cause ?? "it can't be started").",
        crash?.remedy ?? "Try again: steward plugin reload \(plugin.name)")
    case "backing_off", "starting":
      guard crash != nil else { return nil }
      return .warning(
        name, "Plugin \(plugin.name) has crashed and is started again: \(crash?.cause ?? "").",
        "See why: steward plugin info \(plugin.name)")
    default:
      return unaccepted(plugin, name)
    }
  }

  private static func unaccepted(_ plugin: PluginStatus, _ name: String) -> Finding? {
    switch plugin.trust {
    case "needed":
      .warning(
        name, "Plugin \(plugin.name) is not started until its grants are accepted.",
        "Review and accept them: steward plugin trust \(plugin.name)")
    case "changed":
      .warning(
        name, "Plugin \(plugin.name) changed since it was accepted, and is not started again.",
        "Review and accept the changes: steward plugin trust \(plugin.name)")
    default: nil
    }
  }
}
