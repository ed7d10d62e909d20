internal import Logging

/// Which of several modules of one name counts.
///
/// No module takes the place of one that comes with Steward. Of two others, the one on the earlier
/// path counts, unless it can't be used: otherwise a stranger who may write there could switch off a
/// good one.
struct PluginSelection: Sendable {
  /// At most one of each name.
  private(set) var chosen: [FoundModule] = []
  /// Those that have the name of one that comes with Steward, refused for that.
  private(set) var refused: [FoundModule] = []
  /// Those in whose place another counts.
  private(set) var shadowed: [(module: FoundModule, by: FoundModule)] = []

  /// - Parameter found: In the order of the paths.
  init(_ found: [FoundModule]) {
    for name in Set(found.map(\.name)).sorted() { choose(from: found.filter { $0.name == name }) }
  }

  private mutating func choose(from candidates: [FoundModule]) {
    let bundled = candidates.first(where: \.isBundled)
    guard let choice = bundled ?? candidates.first(where: { $0.problem == nil }) ?? candidates.first
    else { return }
    chosen.append(choice)
    for other in candidates where other.directory != choice.directory {
      if bundled != nil, !other.isBundled {
        refused.append(other.refusedForItsName)
      } else {
        shadowed.append((module: other, by: choice))
      }
    }
  }
}

extension PluginSelection {
  /// Says which modules don't count, and why.
  func log(to logger: Logger) {
    for (module, other) in shadowed {
      logger.notice(
        "module is shadowed",
        metadata: [
          "module": "\(module.name)", "ignored": "\(module.directory)",
          "used": "\(other.directory)",
        ])
    }
    for module in refused {
      logger.warning(
        "module is refused",
        metadata: [
          "module": "\(module.name)", "problem": "\(module.problem?.description ?? "")",
        ])
    }
  }
}

extension FoundModule {
  fileprivate var refusedForItsName: FoundModule {
    var module = self
    module.manifest = nil
    module.problem = ManifestProblem(
      file: "\(directory)/\(ManifestReader.fileName)", field: "name",
      problem: "\"\(name)\" is the name of a plugin that comes with Steward",
      remedy: "rename the folder and the plugin")
    return module
  }
}
