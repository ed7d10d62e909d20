import Foundation
import Testing

/// A command line that must be refused.
struct Refusal: CustomTestStringConvertible, Sendable {
  let arguments: [String]
  let status: Int32
  /// The words that the error must contain.
  let words: [String]

  init(_ status: Int32, _ arguments: [String], naming words: String...) {
    self.status = status
    self.arguments = arguments
    self.words = words
  }

  var testDescription: String { "steward " + arguments.joined(separator: " ") }
}

@Suite("Bad input")
struct BadInputTests {
  static let organization = "01890a5d-ac96-774b-bcce-b302099a8057"
  static let workspace = "wrkspc_1FEwknxGiCAysEkBouSoPAZJ"

  static let refusals = [
    Refusal(64, ["frobnicate"], naming: "frobnicate"),
    Refusal(64, ["orgs", "destroy", organization], naming: "destroy"),
    Refusal(64, ["workspaces", "delete", workspace], naming: "archive"),
    Refusal(64, ["orgs", "list", "--limit", "-1"], naming: "limit", "-1"),
    Refusal(64, ["orgs", "list", "--limit", "many"], naming: "limit", "many"),
    Refusal(64, ["orgs", "list", "--timeout", "soon"], naming: "timeout", "soon"),
    Refusal(64, ["orgs", "list", "--output", "xml"], naming: "xml"),
    Refusal(64, ["orgs", "list", "--limit", "1001"], naming: "limit", "1001"),
    Refusal(13, ["orgs", "create", ""], naming: "name"),
    Refusal(13, ["orgs", "create", String(repeating: "x", count: 101)], naming: "name", "100"),
    Refusal(13, ["orgs", "create", "a\u{1B}b"], naming: "name", "control"),
    Refusal(13, ["orgs", "get", workspace], naming: workspace, "workspace"),
    Refusal(15, ["orgs", "get", organization], naming: organization),
    Refusal(15, ["workspaces", "get", workspace], naming: workspace),
    Refusal(13, ["orgs", "delete", "nonsense", "--confirm", "x"], naming: "nonsense"),
    Refusal(22, ["call", "steward.nowhere.v1.Nothing/Do"], naming: "Nothing"),
    Refusal(22, ["call", "Orgs/Destroy"], naming: "Destroy"),
    Refusal(13, ["call", "Orgs/Create", "-d", "{\"name\": "], naming: "line 1"),
    Refusal(13, ["call", "Orgs/Create", "-d", "{\"nmae\": \"x\"}"], naming: "nmae"),
    Refusal(13, ["call", "Orgs/Create", "-d", "{\"name\": 7}"], naming: "name"),
    Refusal(13, ["call", "Orgs/Create", "-d", #"{"name": "a\u0000b"}"#], naming: "name", "NUL"),
    Refusal(15, ["plugin", "info", "unknown"], naming: "unknown"),
    Refusal(15, ["describe", "steward.nowhere.v1.Nothing"], naming: "Nothing"),
  ]

  @Test(
    "Every refusal names its cause, has its exit status, and prints no data",
    arguments: refusals)
  func refused(_ refusal: Refusal) async throws {
    let shell = try Shell()
    try await shell.begin()
    let outcome = try await shell.run(refusal.arguments)
    #expect(outcome.status == refusal.status, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    for word in refusal.words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
  }

  @Test("A second host on the same data directory is refused, and the first one continues")
  func secondHost() async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell)
    let second = try await shell.steward("serve")
    #expect(second.status == 19)
    #expect(second.errors.contains("pid \(daemon.pid)"))
    _ = try await shell.id("orgs", "create", "Acme")
    #expect(try await daemon.stop() == 0)
  }

  @Test("A data directory that is a file is refused")
  func dataIsFile() async throws {
    let shell = try Shell()
    try Data().write(to: shell.data)
    let outcome = try await shell.steward("orgs", "list")
    #expect(outcome.status == 19)
    #expect(outcome.errors.contains(shell.data.path))
  }

  @Test("A broken manifest is reported with its problem, and the other plugins work")
  func brokenManifest() async throws {
    let shell = try Shell()
    try await shell.begin()
    let folder = shell.directory.appendingPathComponent("plugins/broken")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(#"{"name": "broken", "versoin": "1"}"#.utf8)
      .write(to: folder.appendingPathComponent("plugin.json"))
    let list = try await shell.steward("plugin", "list", "--plugin-path", "plugins")
    #expect(list.output.contains("failed"))
    let info = try await shell.steward("plugin", "info", "broken", "--plugin-path", "plugins")
    #expect((info.output + info.errors).contains("versoin"))
    let created = try await shell.steward("orgs", "create", "Acme", "--plugin-path", "plugins")
    #expect(created.status == 0)
  }

  @Test("A call to a plugin whose executable is missing fails, and the error says what to do")
  func missingExecutable() async throws {
    let shell = try Shell()
    let folder = shell.directory.appendingPathComponent("plugins/greeter")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Installation.checkout.appendingPathComponent("Tests/Fixtures/Greeter/plugin.json"),
      to: folder.appendingPathComponent("plugin.json"))
    let call = try await shell.steward(
      "call", "acme.greeter.v1.Greeter/Greet", "--plugin-path", "plugins")
    #expect(call.status == 24)
    #expect(call.errors.contains("build or copy it there"))
  }
}
