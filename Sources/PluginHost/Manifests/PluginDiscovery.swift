internal import Glibc
internal import HostProtos
internal import Logging
internal import Platform

/// Finds the plugins' folders, and checks whether strangers can change them.
struct PluginDiscovery {
  let paths: PluginPaths
  let logger: Logger

  /// Returns every plugin that was found, usable or broken. The plugins that come with Steward are
  /// first. Those of each path that the operator names follow.
  func plugins() -> [DiscoveredPlugin] {
    let bundled = Set(paths.bundled.compactMap(FileContents.resolved))
    // A path that leads to the bundled plugins again adds no plugin.
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
      // A folder without a manifest is no plugin, and the host ignores it.
      guard access("\(directory)/\(ManifestReader.fileName)", F_OK) == 0 else { return nil }
      return DiscoveredPlugin(reading: name, in: directory, isBundled: isBundled)
    }
  }
}

/// A folder with a manifest, and the result of reading the manifest.
struct DiscoveredPlugin: Hashable, Sendable {
  let name: String
  let directory: String
  /// Whether the plugin lies in the folder of the plugins that come with Steward.
  var isBundled = false
  /// The contents of the manifest; `nil` if it could not be read.
  var declared: Manifest?
  /// The manifest with its executable; `nil` if there is no executable to start.
  var manifest: PluginManifest?
  /// The reason why the plugin can't be used.
  var problem: ManifestProblem?

  var services: [String] { declared?.served ?? [] }
  var dependencies: [String] { declared?.dependsOn ?? [] }
  var secretPurposes: [String] { declared?.grants?.secrets ?? [] }
}

extension DiscoveredPlugin {
  /// Reads a plugin's manifest. A plugin that can't be used still declares its services, so that
  /// their callers are told why.
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
