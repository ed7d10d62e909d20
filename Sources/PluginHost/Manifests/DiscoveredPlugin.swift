internal import HostProtos

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
