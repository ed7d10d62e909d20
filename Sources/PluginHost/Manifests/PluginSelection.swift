internal import Logging

/// Which of several plugins of one name counts.
///
/// No plugin takes the place of one that comes with Steward. Of two others, the one on the earlier
/// path counts, unless it can't be used: otherwise a stranger who may write there could switch off a
/// good one.
struct PluginSelection: Sendable {
  /// At most one of each name.
  private(set) var chosen: [DiscoveredPlugin] = []
  /// Those that have the name of one that comes with Steward, refused for that.
  private(set) var refused: [DiscoveredPlugin] = []
  /// Those in whose place another counts.
  private(set) var shadowed: [(plugin: DiscoveredPlugin, by: DiscoveredPlugin)] = []

  /// - Parameter found: In the order of the paths.
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
  /// Says which plugins don't count, and why.
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
