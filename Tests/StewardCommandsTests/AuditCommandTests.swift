import ArgumentParser
import Foundation
import GoogleProtos
import HostProtos
import IPC
import ProtobufRuntime
import Status
import StoreProtos
import Synchronization
import Testing

@testable import StewardCommands

@Suite("steward audit and event filters")
struct AuditCommandTests {
  let recorder = Recorder()

  private func run(_ verb: any CallingVerb, with audit: FakeAudit) async throws {
    try await verb.run(over: InProcessChannel(ServiceRouter([audit])), in: recorder.session())
  }

  private func refusal(_ command: any ParsableCommand.Type, _ arguments: [String]) -> String {
    let error = #expect(throws: (any Error).self) { try command.parse(arguments) }
    return error.map(command.message(for:)) ?? ""
  }

  @Test("steward audit list shows a page and how to see the rest")
  func list() async throws {
    try await run(ListAudit.parse([]), with: FakeAudit(events: 5))
    #expect(
      recorder.output == """
        REVISION  TIME                  ACTION                RESOURCE  ACTOR           PLUGIN  METHOD
        5         2026-01-02T03:04:05Z  organization.created  o5        operator/uid:1  orgs    steward.orgs.v1.Orgs/Create
        4         2026-01-02T03:04:05Z  organization.created  o4        operator/uid:1  orgs    steward.orgs.v1.Orgs/Create

        """)
    #expect(recorder.errors == "There are more: --after 4, or --all\n")
  }

  @Test("steward audit list --all follows the revisions to the end")
  func all() async throws {
    let audit = FakeAudit(events: 5)
    try await run(ListAudit.parse(["--all", "-o", "id"]), with: audit)
    #expect(recorder.output == "5\n4\n3\n2\n1\n")
    #expect(audit.lists.withLock { $0.map(\.afterRevision) } == [0, 4, 2])
  }

  @Test("steward audit list sends its filters, given in one option or in several")
  func filters() async throws {
    let audit = FakeAudit()
    let arguments = [
      "--filter", "actor=user/,action=api_key.", "--filter", "resource=apikey_1", "--call", "k",
      "--oldest-first", "--before", "7",
    ]
    try await run(ListAudit.parse(arguments), with: audit)
    #expect(
      audit.lists.withLock { $0 } == [
        ListAuditRequest(
          beforeRevision: 7, oldestFirst: true, actor: "user/", actions: ["api_key."],
          resource: "apikey_1", call: "k")
      ])
  }

  @Test("steward audit list sends several actions, an organization and a range of times")
  func moreFilters() async throws {
    let audit = FakeAudit()
    let arguments = [
      "--filter", "action=invite.", "--action", "api_key.issued", "--action", "workspace.",
      "--org", "o1", "--from", "2026-01-02", "--to", "2026-01-02T03:04:05.5Z",
    ]
    try await run(ListAudit.parse(arguments), with: audit)
    #expect(
      audit.lists.withLock { $0 } == [
        ListAuditRequest(
          actions: ["invite.", "api_key.issued", "workspace."], organizationId: "o1",
          from: GoogleTimestamp(seconds: 1_767_312_000),
          to: GoogleTimestamp(seconds: 1_767_323_045, nanos: 500_000_000))
      ])
  }

  @Test("A time of steward audit list may be a span before now")
  func spans() throws {
    let now = GoogleTimestamp(seconds: 100_000)
    #expect(PastTime(argument: "1h")?.time(at: now) == GoogleTimestamp(seconds: 96_400))
    for text in ["", "yesterday", "1", "2026-13-01", "-1h"] {
      #expect(PastTime(argument: text) == nil, "\(text)")
    }
  }

  @Test(
    "A malformed event filter is refused",
    arguments: [
      ("actor", "takes NAME=VALUE, not 'actor'"), ("actor=", "takes NAME=VALUE, not 'actor='"),
      ("actor=a,", "takes NAME=VALUE, not ''"), ("acter=a", "Did you mean 'actor'?"),
      ("actor=a,actor=b", "names actor more than once"),
    ])
  func badFilter(filter: String, message: String) {
    #expect(refusal(ListAudit.self, ["--filter", filter]).contains(message))
    #expect(refusal(WatchCommand.self, ["--filter", filter]).contains(message))
  }

  @Test(
    "An unknown action is refused with a list of Steward's actions, unless an event has it",
    arguments: ["key.created", "api_keys.", "workspace.deletd"])
  func unknownAction(action: String) async throws {
    let audit = FakeAudit()
    let error = await #expect(throws: UsageError.self) {
      try await run(ListAudit.parse(["--action", "api_key.", "--action", action]), with: audit)
    }
    #expect(error?.description.hasPrefix("No event has the action '\(action)'.") == true)
    #expect(error?.description.contains("\n  api_key.  archived, issued, linked") == true)
    // An action that another author's plugin has recorded is not a mistake.
    try await run(
      ListAudit.parse(["--filter", "action=\(action)", "-o", "id"]), with: FakeAudit(events: 1))
    #expect(recorder.output == "1\n")
  }

  @Test("Every action that Steward records is known to the event filters")
  func knownActions() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var found: Set<String> = []
    for folder in ["Sources/AdminModel", "Sources/PluginHost", "Sources/Store", "Plugins/Auth"] {
      let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      for case let file as String in try #require(files) where file.hasSuffix(".swift") {
        let text = try String(
          contentsOf: root.appendingPathComponent("\(folder)/\(file)"), encoding: .utf8)
        found.formUnion(text.split(separator: "\"").map(String.init).filter(Self.isAction))
      }
    }
    // The names of doctor's checks, and of one file, look like actions.
    found.subtract([
      "store.counts", "store.readers", "store.size", "store.pages", "store.integrity",
      "plugin.json",
    ])
    #expect(found.count > 25)
    #expect(found.subtracting(EventFilterOptions.actions) == [])
  }

  private static func isAction(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && EventFilterOptions.actionsByNoun[String(parts[0])] != nil
      && !parts[1].isEmpty
      && parts[1].utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == 0x5F
      }
  }

  @Test(
    "A cursor of an audit list that is not a revision is refused", arguments: ["0", "x", "1.5"])
  func badCursor(cursor: String) {
    #expect(refusal(ListAudit.self, ["--after", cursor]).contains("takes a revision"))
  }

  private static let chain = [UInt8](repeating: 0xA7, count: 32)
  private static let checkpoint = "12:" + String(repeating: "a7", count: 32)

  @Test("steward audit verify reports an intact log, and takes its own checkpoint as input")
  func intact() async throws {
    let checkpoint = AuditCheckpoint(revision: 12, chain: Self.chain)
    let audit = FakeAudit(
      verdict: VerifyAuditResponse(
        intact: true, checked: 1234, checkpoint: checkpoint, restsOn: "what it says"))
    try await run(VerifyAudit.parse(["--checkpoint", Self.checkpoint]), with: audit)
    #expect(
      recorder.output == """
        log         intact
        events      1,234
        rests on    what it says
        checkpoint  \(Self.checkpoint)

        """)
    #expect(audit.verifications.withLock { $0.map(\.checkpoint) } == [checkpoint])
  }

  @Test("steward audit verify fails for a broken log, and says where and what to do")
  func broken() async throws {
    let verdict = VerifyAuditResponse(
      checked: 3, firstBrokenRevision: 4, finding: "Event 4 was altered.",
      restsOn: "what it says")
    let error = await #expect(throws: Status.self) {
      try await run(VerifyAudit.parse([]), with: FakeAudit(verdict: verdict))
    }
    #expect(error?.code == .dataLoss)
    #expect(error?.message.hasPrefix("Event 4 was altered.") == true)
    #expect(recorder.output == "log       broken\nevents    3\nrests on  what it says\n")
  }

  @Test("steward audit verify sends every shipped checkpoint, in as many calls as necessary")
  func shipped() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-shipped-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let checkpoints = (1...10_001).map { AuditCheckpoint(revision: $0, chain: [1], code: [2]) }
    let lines = try checkpoints.map { try $0.json() + "\n" }.joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: folder))
    let audit = FakeAudit(verdict: VerifyAuditResponse(intact: true))
    try await run(VerifyAudit.parse(["--shipped", folder]), with: audit)
    #expect(audit.verifications.withLock { $0.flatMap(\.shipped) } == checkpoints)
    #expect(audit.verifications.withLock { $0.map(\.shipped.count) } == [10_000, 1])
  }

  @Test("A file that holds no checkpoints is refused, and the error names the line")
  func notShipped() async throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-shipped-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("nothing\n".utf8).write(to: file)
    let error = await #expect(throws: UsageError.self) {
      try await run(VerifyAudit.parse(["--shipped", file.path]), with: FakeAudit())
    }
    #expect(error?.description.contains("Line 1 of '\(file.path)'") == true)
  }

  @Test(
    "A malformed checkpoint argument is refused",
    arguments: ["", "12", "12:", "12:a7", ":" + String(repeating: "a7", count: 32), "x:y:z"]
      + ["12:" + String(repeating: "+7", count: 32), "-1:" + String(repeating: "a7", count: 32)])
  func badCheckpoint(text: String) {
    #expect(!refusal(VerifyAudit.self, ["--checkpoint=\(text)"]).isEmpty)
  }
}
