internal import Glibc
internal import Logging

/// Finds the modules' folders. Of two folders of one name, the one on the earlier path counts.
struct PluginDiscovery {
  let paths: [String]
  let logger: Logger

  /// Every module that was found, good or broken, in the order of their names.
  func modules() -> [FoundModule] {
    var found: [String: FoundModule] = [:]
    for path in paths {
      for module in modules(in: path) {
        guard let winner = found[module.name] else {
          found[module.name] = module
          continue
        }
        logger.notice(
          "module is shadowed",
          metadata: [
            "module": "\(module.name)", "ignored": "\(module.directory)",
            "used": "\(winner.directory)",
          ])
      }
    }
    return found.values.sorted { $0.name < $1.name }
  }

  private func modules(in path: String) -> [FoundModule] {
    guard let names = FileContents.names(in: path) else {
      logger.debug(
        "plugin path can't be read",
        metadata: ["path": "\(path)", "error": "\(SystemError.text(errno))"])
      return []
    }
    return names.compactMap { name in
      let directory = "\(path)/\(name)"
      // A folder without a manifest is no module, and none of our business.
      guard access("\(directory)/\(ManifestReader.fileName)", F_OK) == 0 else { return nil }
      return module(name, in: directory)
    }
  }

  /// A module whose executable is missing still claims its services, so that who calls them hears why.
  private func module(_ name: String, in directory: String) -> FoundModule {
    let reader = ManifestReader(directory: directory)
    var module = FoundModule(name: name, directory: directory)
    do throws(ManifestProblem) {
      let declared = try reader.read()
      module.declared = declared
      module.manifest = try reader.locate(declared)
    } catch {
      module.problem = error
    }
    return module
  }
}
