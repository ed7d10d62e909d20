import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  @Test("The five-minute tour prints what the README says")
  func tour() async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    try await shell.follow(ReadmeTour(section: "A five-minute tour"))
    #expect(try await daemon.stop() == 0)
  }

  @Test("HTTP clients get the responses that the README shows")
  func http() async throws {
    let shell = try Shell()
    let claim = try await shell.bash(
      """
      echo 'correct horse battery staple' > password
      steward init --org "Acme Robotics" --name "Ada Lovelace" --email ada@acme.test \
        --password-file password
      """)
    #expect(claim.status == 0, "\(claim.errors)")
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    let status = try await shell.steward("status", "--output", "json").output
    let address = try #require(status.firstMatch(of: #/127\.0\.0\.1:[0-9]+/#)?.output)
    // The README shows the default port, and a machine has only one of it.
    try await shell.follow(ReadmeTour(section: "By HTTP")) {
      $0.replacing("127.0.0.1:8787", with: address)
    }
    #expect(try await daemon.stop() == 0)
  }

  @Test("The plugin in the README runs as the README says")
  func plugin() async throws {
    let shell = try Shell()
    let folder = shell.directory.appendingPathComponent("plugins/greeter")
    try Installation.copy(
      Installation.builtProducts.appendingPathComponent("GreeterPlugin"),
      to: folder.appendingPathComponent("greeter"))
    try Installation.copy(
      Installation.checkout.appendingPathComponent("Tests/Fixtures/Greeter/plugin.json"),
      to: folder.appendingPathComponent("plugin.json"))
    try await shell.follow(ReadmeTour(section: "Write a plugin"))
  }

  @Test("The generator, called as the README says, makes the sources that are built")
  func generator() async throws {
    let shell = try Shell()
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

    let script = try ReadmeTour.script(section: "Write a plugin")
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
    "The plugin's sources in the README are the sources that are built",
    arguments: [
      "plugin.json", "proto/acme/greeter/v1/greeter.proto", "Plugin/GreeterPlugin.swift",
    ])
  func sources(path: String) throws {
    let readme = try String(
      contentsOf: Installation.checkout.appendingPathComponent("README.md"), encoding: .utf8)
    let source = try String(
      contentsOf: Installation.checkout.appendingPathComponent("Tests/Fixtures/Greeter/\(path)"),
      encoding: .utf8)
    #expect(readme.contains("\n\(source)```\n"))
  }
}

extension Shell {
  /// Types the commands of a README into one session of bash, and compares their output.
  fileprivate func follow(
    _ tour: ReadmeTour, typing edited: (String) -> String = { $0 }
  ) async throws {
    try #require(!tour.steps.isEmpty)
    // One session keeps the variables. A mark separates the outputs.
    let mark = "--- \(UUID().uuidString)"
    let script = tour.steps.map { "\(edited($0.command))\necho '\(mark)'" }.joined(separator: "\n")
    let printed = try await bash("exec 2>&1\n" + script).output.components(separatedBy: mark + "\n")
    try #require(printed.count == tour.steps.count + 1)

    for (step, output) in zip(tour.steps, printed) {
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(
        Normalized.lines(lines.dropLast()) == Normalized.lines(step.output), "$ \(step.command)")
    }
  }
}
