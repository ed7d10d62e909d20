internal import HostProtos

/// A folder with a manifest, and what the manifest was found to be.
struct DiscoveredPlugin: Hashable, Sendable {
  let name: String
  let directory: String
  /// Whether it lies in the folder of the plugins that come with Steward.
  var isBundled = false
  /// What the manifest says; `nil` if it could not be read.
  var declared: Manifest?
  /// The manifest with its executable; `nil` if there is no executable to start.
  var manifest: PluginManifest?
  /// Why the plugin can't be used.
  var problem: ManifestProblem?

  var services: [String] { declared?.services ?? [] }
  var dependencies: [String] { declared?.dependsOn ?? [] }
  var secretPurposes: [String] { declared?.grants?.secrets ?? [] }
}
