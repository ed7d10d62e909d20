internal import Logging

/// The choice between several plugins of the same name.
///
/// No plugin replaces one that comes with Steward. Of two others, the one on the earlier path is
/// chosen, unless it can't be used. Otherwise a stranger who may write to that path could disable a
/// plugin that works.
struct PluginSelection: Sendable {
  /// The chosen plugins, at most one of each name.
  private(set) var chosen: [DiscoveredPlugin] = []
  /// The plugins that are refused because they have the name of one that comes with Steward.
  private(set) var refused: [DiscoveredPlugin] = []
  /// The plugins that are not used because another one of the same name was chosen.
  private(set) var shadowed: [(plugin: DiscoveredPlugin, by: DiscoveredPlugin)] = []

  /// - Parameter found: The plugins, in the order of the paths.
  init(_ found: [DiscoveredPlugin]) {
    for name in Set(found.map(\.name)).sorted() { choose(from: found.filter { $0.name == name }) }
  }

  private mutating func choose(from candidates: [DiscoveredPlugin]) {
    let bundled = candidates.first(where: \.isBundled)
    guard let choice = bundled ?? candidates.first(where: { $0.problem == nil }) ?? candidates.first
    else { return }
    chosen.append(choice)
    for other in candidates where other.directory != choice.directory {
      if bundled != nil, !other.isBundled {
        refused.append(other.refusedForItsName)
      } else {
        shadowed.append((plugin: other, by: choice))
      }
    }
  }
}

extension PluginSelection {
  /// Logs which plugins are not used, and why.
  func log(to logger: Logger) {
    for (plugin, other) in shadowed {
      logger.notice(
        "plugin is shadowed",
        metadata: [
          "plugin": "\(plugin.name)", "ignored": "\(plugin.directory)",
          "used": "\(other.directory)",
        ])
    }
    for plugin in refused {
      logger.warning(
        "plugin is refused",
        metadata: [
          "plugin": "\(plugin.name)", "problem": "\(plugin.problem?.description ?? "")",
        ])
    }
  }
}

extension DiscoveredPlugin {
  fileprivate var refusedForItsName: DiscoveredPlugin {
    var plugin = self
    plugin.manifest = nil
    plugin.problem = ManifestProblem(
      file: "\(directory)/\(ManifestReader.fileName)", field: "name",
      problem: "\"\(name)\" is the name of a plugin that comes with Steward",
      remedy: "rename the folder and the plugin")
    return plugin
  }
}
