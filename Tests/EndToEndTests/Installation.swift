import Foundation
import Synchronization

/// The folders of all installations.
private let roots = Mutex<[URL]>([])

private func removeInstallations() {
  for root in roots.withLock(\.self) { try? FileManager.default.removeItem(at: root) }
}

/// A Steward installation with the layout of `make install`, made once from the executables that
/// were built beside the tests.
struct Installation {
  static let shared = Result { try Installation() }

  /// The root of the checkout.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The manifests of the bundled plugins, by the plugins' names.
  private static let manifests: [String: URL] = {
    let folders = try? FileManager.default.contentsOfDirectory(
      at: checkout.appendingPathComponent("Plugins"), includingPropertiesForKeys: nil)
    let manifests = (folders ?? []).map { $0.appendingPathComponent("plugin.json") }
    return Dictionary(
      uniqueKeysWithValues: manifests.compactMap { manifest in
        guard let data = try? Data(contentsOf: manifest),
          let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
          let name = object["name"] as? String
        else { return nil }
        return (name, manifest)
      })
  }()

  /// The names of the bundled plugins.
  static let plugins = manifests.keys.sorted()

  let root: URL
  var steward: URL { root.appendingPathComponent("bin/steward") }

  /// An installation with a gateway that responds to one line on each connection.
  static let withEchoGateway = Result { try Installation(replacingGatewayOf: shared.get()) }

  private init(replacingGatewayOf other: Installation) throws {
    root = Self.freshRoot
    try Self.copy(other.root, to: root)
    let gateway = root.appendingPathComponent("libexec/steward/plugins/gateway")
    try FileManager.default.removeItem(at: gateway)
    try Self.copy(
      Self.builtProducts.appendingPathComponent("EchoPlugin"),
      to: gateway.appendingPathComponent("run"))
    try Data(
      #"""
      {"name": "gateway", "version": "1", "executable": "run", "grants": {"network": true}}
      """#.utf8
    ).write(to: gateway.appendingPathComponent("plugin.json"))
  }

  /// An installation without the plugin that knows who calls.
  static let withoutAuth = Result { try Installation(withoutAuthOf: shared.get()) }

  private init(withoutAuthOf other: Installation) throws {
    root = Self.freshRoot
    try Self.copy(other.root, to: root)
    try FileManager.default.removeItem(
      at: root.appendingPathComponent("libexec/steward/plugins/auth"))
  }

  /// A new folder, which is removed when the tests end.
  private static var freshRoot: URL {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-installed-\(UUID().uuidString)")
    roots.withLock { roots in
      if roots.isEmpty { atexit(removeInstallations) }
      roots.append(root)
    }
    return root
  }

  private init() throws {
    root = Self.freshRoot
    let plugins = root.appendingPathComponent("libexec/steward/plugins")
    try Self.copy(Self.builtProducts.appendingPathComponent("steward"), to: steward)
    for (name, manifest) in Self.manifests {
      try Self.copy(manifest, to: plugins.appendingPathComponent("\(name)/plugin.json"))
      try Self.copy(
        Self.builtProducts.appendingPathComponent(name),
        to: plugins.appendingPathComponent("\(name)/\(name)"))
    }
  }

  /// Copies a file or a folder, and creates the folders above it.
  ///
  /// Another process makes the copy. If this process made it, a child that another test forks at
  /// that moment would hold the copy open for writing, and the copy could not be executed ("Text
  /// file busy").
  static func copy(_ source: URL, to target: URL) throws {
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    let copying = try Process.run(
      URL(fileURLWithPath: "/bin/cp"), arguments: ["-R", source.path, target.path])
    copying.waitUntilExit()
    guard copying.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// The folder that holds the test bundle. It also holds every executable of the package.
  static var builtProducts: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
  }
}
