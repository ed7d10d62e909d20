import Foundation
import Testing

@Suite("The plugin in docs/plugins.md")
struct PluginDocumentTests {
  private static let section = "Write a plugin in Swift"

  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test("The plugin in docs/plugins.md runs as the document says")
  func runs() async throws {
    let folder = shell.directory.appendingPathComponent("plugins/greeter")
    try Installation.copy(
      Installation.builtProducts.appendingPathComponent("GreeterPlugin"),
      to: folder.appendingPathComponent("greeter"))
    try Installation.copy(
      Installation.checkout.appendingPathComponent("Tests/Fixtures/Greeter/plugin.json"),
      to: folder.appendingPathComponent("plugin.json"))
    try await shell.follow(Tour(document: "docs/plugins.md", section: Self.section))
  }

  @Test("The generator, called as docs/plugins.md says, makes the sources that are built")
  func generator() async throws {
    let files = FileManager.default
    let fixture = Installation.checkout.appendingPathComponent("Tests/Fixtures/Greeter")
    let steward = shell.directory.appendingPathComponent("checkout")
    let built = steward.appendingPathComponent(".build")
    try files.createDirectory(at: built, withIntermediateDirectories: true)
    for (link, target) in [
      (built.appendingPathComponent("debug"), Installation.builtProducts),
      (
        steward.appendingPathComponent("proto"),
        Installation.checkout.appendingPathComponent("proto")
      ),
      (shell.directory.appendingPathComponent("proto"), fixture.appendingPathComponent("proto")),
    ] {
      try files.createSymbolicLink(at: link, withDestinationURL: target)
    }

    let script = try Document("docs/plugins.md").block("sh", in: Self.section)
    try #require(!script.isEmpty)
    let outcome = try await shell.bash(
      """
      set -e
      STEWARD=\(steward.path)
      \(script)
      diff -r Sources/CGreeterProtos \(fixture.path)/CGreeterProtos
      diff -r Sources/GreeterProtos \(fixture.path)/GreeterProtos
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test(
    "The plugin's sources in docs/plugins.md are the sources that are built",
    arguments: [
      "plugin.json", "proto/acme/greeter/v1/greeter.proto", "Plugin/GreeterPlugin.swift",
    ])
  func sources(path: String) throws {
    let source = try String(
      contentsOf: Installation.checkout.appendingPathComponent("Tests/Fixtures/Greeter/\(path)"),
      encoding: .utf8)
    #expect(try Document("docs/plugins.md").text.contains("\n\(source)```\n"))
  }
}
