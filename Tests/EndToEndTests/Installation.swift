import Foundation

/// A Steward installation with the layout of `make install`, made once from the executables that
/// were built beside the tests.
struct Installation {
  static let shared = Result { try Installation() }

  /// The names of the bundled plugins.
  static let plugins = [
    "auth", "automation", "gateway", "keys", "orgs", "users", "workspaces",
  ]

  /// The root of the checkout.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

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

  private static var freshRoot: URL {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-installed-\(UUID().uuidString)")
  }

  private init() throws {
    root = Self.freshRoot
    let plugins = root.appendingPathComponent("libexec/steward/plugins")
    try Self.copy(Self.builtProducts.appendingPathComponent("steward"), to: steward)
    for name in Self.plugins {
      let manifest = Self.checkout
        .appendingPathComponent("Plugins/\(name.capitalized)/plugin.json")
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
