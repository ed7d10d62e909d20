internal import Glibc
internal import Logging

/// Finds the plugins' folders, and judges whether strangers can change them.
struct PluginDiscovery {
  let paths: PluginPaths
  let logger: Logger

  /// Every plugin that was found, good or broken: those that come with Steward first, then those of
  /// each path that the operator names.
  func plugins() -> [DiscoveredPlugin] {
    let bundled = Set(paths.bundled.compactMap(FileContents.resolved))
    // A path that leads to the bundled plugins once more adds no plugin.
    let given = paths.given.filter { path in
      FileContents.resolved(path).map { !bundled.contains($0) } ?? true
    }
    return paths.bundled.flatMap { plugins(in: $0, isBundled: true) }
      + given.flatMap { plugins(in: $0, isBundled: false) }
  }

  private func plugins(in path: String, isBundled: Bool) -> [DiscoveredPlugin] {
    guard let names = FileContents.names(in: path) else {
      logger.debug(
        "plugin path can't be read",
        metadata: ["path": "\(path)", "error": "\(SystemError.text(errno))"])
      return []
    }
    return names.compactMap { name in
      let directory = "\(path)/\(name)"
      // A folder without a manifest is no plugin, and none of our business.
      guard access("\(directory)/\(ManifestReader.fileName)", F_OK) == 0 else { return nil }
      return DiscoveredPlugin(reading: name, in: directory, isBundled: isBundled)
    }
  }
}

extension DiscoveredPlugin {
  /// Reads a plugin's manifest. One that can't be used still says which services it means to serve, so
  /// that their callers hear why.
  init(reading name: String, in directory: String, isBundled: Bool) {
    self.init(name: name, directory: directory, isBundled: isBundled)
    let reader = ManifestReader(directory: directory, isBundled: isBundled)
    do throws(ManifestProblem) {
      let declared = try reader.read()
      self.declared = declared
      try reader.check(declared)
      try reader.judge()
      manifest = try reader.locate(declared)
    } catch {
      problem = error
    }
  }
}
