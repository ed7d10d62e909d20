internal import StewardProtos

/// A folder with a manifest, and what the manifest was found to be.
struct FoundModule: Hashable, Sendable {
  let name: String
  let directory: String
  /// `nil` if it could not be read, or breaks a rule by itself.
  var manifest: ModuleManifest?
  /// Why the module can't be used.
  var problem: ManifestProblem?

  var services: [String] { manifest?.manifest.services ?? [] }
  var dependencies: [String] { manifest?.manifest.dependsOn ?? [] }
}
