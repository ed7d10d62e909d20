import Foundation

/// Steward as `make install` lays it out, made once from the programs that were built beside the tests.
struct Installation {
  static let shared = Result { try Installation() }

  /// The root of the checkout.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let root: URL
  var steward: URL { root.appendingPathComponent("bin/steward") }

  private init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-installed-\(UUID().uuidString)")
    let built = Self.builtProducts
    try copy(built.appendingPathComponent("steward"), to: "bin/steward")
    for folder in ["Orgs", "Workspaces"] {
      let name = folder.lowercased()
      let manifest = Self.checkout.appendingPathComponent("Plugins/\(folder)/plugin.json")
      try copy(manifest, to: "libexec/steward/plugins/\(name)/plugin.json")
      try copy(
        built.appendingPathComponent(name), to: "libexec/steward/plugins/\(name)/\(name)")
    }
  }

  private func copy(_ source: URL, to path: String) throws {
    let target = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: target)
  }

  /// The folder that holds the test bundle also holds every executable of the package.
  static var builtProducts: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
  }
}
