import AdminProtos
import ArgumentParser
import Foundation
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import steward

@Suite("steward apply, export and import")
struct AutomationCommandTests {
  let recorder = Recorder()

  private func run(
    _ verb: any CallingVerb, with automation: FakeAutomation, input: String = "",
    onTerminal: Bool = false
  ) async throws {
    var session = recorder.session(input: input)
    session.console.errorsAreTerminal = onTerminal
    try await verb.run(over: InProcessChannel(ServiceRouter([automation])), in: session)
  }

  private static let results = [
    ApplyResult(
      outcome: "created", kind: "organization", name: "Acme",
      changes: [FieldChange(field: "name", after: "Acme")]),
    ApplyResult(
      outcome: "updated", kind: "workspace", name: "Acme/prod", id: "wrkspc_1",
      changes: [
        FieldChange(field: "display_color", before: "#111111", after: "#222222"),
        FieldChange(field: "tags.a", before: "1"), FieldChange(field: "tags.b", after: "2"),
      ]),
    ApplyResult(outcome: "unchanged", kind: "workspace", name: "Acme/same", id: "wrkspc_2"),
    ApplyResult(outcome: "deleted", kind: "workspace", name: "Acme/old", message: "Archived."),
    ApplyResult(
      outcome: "refused", kind: "workspace", name: "Acme/x", source: "a.yaml:3",
      reason: "WORKSPACE_LIMIT_REACHED", message: "It is full."),
  ]

  @Test("The objects and options are sent as they are given")
  func sent() async throws {
    let automation = FakeAutomation()
    let manifest = "kind: organization\nname: Acme"
    try await run(
      ApplyCommand.parse(["-f", "-", "--plan", "--prune", "--allow-deletes", "3", "--set", "s"]),
      with: automation, input: manifest)
    #expect(automation.options == ApplyOptions(plan: true, prune: true, allowDeletes: 3, set: "s"))
    #expect(automation.objects.map(\.source) == ["stdin:1"])
  }

  @Test("People see what changes, a block each, and what stays as it is counted")
  func plan() async throws {
    let summary = ApplySummary(plan: true, created: 1, updated: 1, unchanged: 12345, deleted: 1)
    let automation = FakeAutomation([
      ApplyResponse(results: Array(Self.results.prefix(2))),
      ApplyResponse(results: Array(Self.results[2..<4]), summary: summary),
    ])
    try await run(ApplyCommand.parse(["-f", "-", "--plan"]), with: automation)
    #expect(
      recorder.output == """
        + organization  Acme
        ~ workspace     Acme/prod
            display_color  #111111 -> #222222
            tags.a         1 -> (none)
            tags.b         (none) -> 2
        - workspace     Acme/old  Archived.

        """)
    #expect(
      recorder.errors == "Plan: 1 to create, 1 to update, 1 to delete, 12,345 unchanged. "
        + "Nothing was changed; apply it without --plan.\n")
  }

  @Test("A refusal is shown where it was written, and fails the command")
  func refused() async throws {
    let summary = ApplySummary(refused: true, reason: "OBJECTS_REFUSED", message: "1 of them.")
    let automation = FakeAutomation([ApplyResponse(results: [Self.results[4]], summary: summary)])
    let error = await #expect(throws: Status.self) {
      try await run(ApplyCommand.parse(["-f", "-"]), with: automation)
    }
    #expect(error?.code == .failedPrecondition)
    #expect(error?.reason == "OBJECTS_REFUSED")
    #expect(
      recorder.output == """
        ! workspace  Acme/x  a.yaml:3
            WORKSPACE_LIMIT_REACHED: It is full.

        """)
  }

  @Test("Secrets are shown where they were made, with the word to keep them now")
  func secrets() async throws {
    let results = [
      ApplyResult(
        outcome: "created", kind: "key", name: "Acme/prod/CI", id: "apikey_1",
        changes: [FieldChange(field: "name", after: "CI")], secret: "sk-stw-x"),
      ApplyResult(
        outcome: "created", kind: "member", name: "Acme/a@x.org", id: "user_1",
        changes: [FieldChange(field: "name", after: "Ada")]),
    ]
    let automation = FakeAutomation([
      ApplyResponse(results: results, summary: ApplySummary(created: 2))
    ])
    try await run(ApplyCommand.parse(["-f", "-"]), with: automation)
    #expect(
      recorder.output == """
        + key     Acme/prod/CI
            secret  sk-stw-x
        + member  Acme/a@x.org
            name  Ada

        """)
    #expect(recorder.errors.hasSuffix("they are not stored, and won't be shown again.\n"))
  }

  @Test("Where only ids are printed, people are told that the secrets are lost")
  func secretsWithIDs() async throws {
    let result = ApplyResult(outcome: "created", kind: "key", id: "apikey_1", secret: "sk-stw-x")
    let automation = FakeAutomation([
      ApplyResponse(results: [result], summary: ApplySummary(created: 1))
    ])
    try await run(ApplyCommand.parse(["-f", "-", "-o", "id"]), with: automation)
    #expect(recorder.output == "apikey_1\n")
    #expect(recorder.errors.contains("The secrets were not printed, and are not kept."))
  }

  @Test("The manifests of a directory are read in the order of their names, and nothing else is")
  func directory() async throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-manifests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let automation = FakeAutomation()
    let none = await #expect(throws: UsageError.self) {
      try await run(ApplyCommand.parse(["-f", directory.path]), with: automation)
    }
    #expect(none?.description.contains("no manifest") == true)
    for (name, text) in [
      ("b.json", #"{"kind": "organization", "name": "B"}"#), ("a.yml", "kind: organization"),
      (".hidden.yaml", "x: y: z"), ("notes.txt", "x: y: z"),
    ] {
      try Data(text.utf8).write(to: directory.appendingPathComponent(name))
    }
    try await run(ApplyCommand.parse(["-f", directory.path]), with: automation)
    #expect(
      automation.objects.map(\.source) == [
        "\(directory.path)/a.yml:1", "\(directory.path)/b.json:1",
      ])
  }

  @Test(
    "apply refuses what contradicts itself",
    arguments: [
      (["-f", "x", "--allow-deletes", "1"], "--allow-deletes is about --prune"),
      (["-f", "x", "--prune", "--allow-deletes", "-1"], "must be a number from 0 on"),
      (["-f", "x", "--set", ""], "--set is empty"), ([], "--file"),
    ] as [([String], String)])
  func contradiction(arguments: [String], refusal: String) {
    let error = #expect(throws: (any Error).self) { try ApplyCommand.parse(arguments) }
    #expect(error.map(ApplyCommand.message(for:))?.contains(refusal) == true)
  }

  @Test("export writes a file that is whole and for its owner alone")
  func exportToFile() async throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-export-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try await run(
      ExportCommand.parse([file.path]), with: FakeAutomation(exported: ["{\"a\":1}", "{}"]))
    #expect(try String(contentsOf: file, encoding: .utf8) == "{\"a\":1}\n{}\n")
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(recorder.errors.hasPrefix("Exported 2 objects to"))
  }

  @Test("export without a file prints, and says nothing else")
  func exportToOutput() async throws {
    try await run(ExportCommand.parse([]), with: FakeAutomation(exported: ["{}"]))
    #expect(recorder.output == "{}\n")
    #expect(recorder.errors == "")
  }

  @Test("import sends its input as it is, and says how much it was")
  func imports() async throws {
    let automation = FakeAutomation()
    try await run(ImportCommand.parse(["-"]), with: automation, input: "{}\né\n")
    #expect(String(decoding: automation.data, as: UTF8.self) == "{}\né\n")
    #expect(recorder.errors == "Imported 1,234 objects.\n")
  }

  @Test("On a terminal, progress is shown and taken away again")
  func progress() async throws {
    try await run(ImportCommand.parse(["-"]), with: FakeAutomation(), input: "{}", onTerminal: true)
    #expect(recorder.errors.contains("Importing  ["))
    #expect(recorder.errors.hasSuffix("\r\u{1B}[KImported 1,234 objects.\n"))
  }

  @Test(
    "A bar says how much is done",
    arguments: [
      (0, 0, "T  [..............................]   0%  0 of 0"),
      (500, 1000, "T  [###############...............]  50%  500 of 1,000"),
      (7, 3, "T  [##############################] 100%  3 of 3"),
    ] as [(UInt64, UInt64, String)])
  func bar(done: UInt64, total: UInt64, text: String) {
    #expect(ProgressBar.text("T", done, of: total) == text)
  }

  @Test(
    "A bar fits the terminal, as long as there is room for one",
    arguments: [
      (120, "Importing  [###############...............]  50%  36,000 of 72,000"),
      (60, "Importing  [###########............]  50%  36,000 of 72,000"),
      (45, "Importing  [####....]  50%  36,000 of 72,000"),
      (40, "Importing   50%  36,000 of 72,000"),
    ])
  func fitted(columns: Int, text: String) {
    let line = ProgressBar.text("Importing", 36_000, of: 72_000, columns: columns)
    #expect(line == text)
    #expect(line.count < columns)
  }

  @Test("A terminal that is narrower still gets as much of the line as it holds")
  func narrow() {
    var console = recorder.console
    (console.errorsAreTerminal, console.errorColumns) = (true, { 12 })
    var bar = ProgressBar("Importing", on: console)
    bar.show(1, of: 2)
    #expect(recorder.errors == "\rImporting …\u{1B}[K")
  }

  @Test("apply shows how far it has come, on a terminal")
  func applying() async throws {
    let automation = FakeAutomation([
      ApplyResponse(progress: ApplyProgress(objects: 256, totalObjects: 1000)),
      ApplyResponse(results: [Self.results[0]], summary: ApplySummary(created: 1)),
    ])
    try await run(ApplyCommand.parse(["-f", "-"]), with: automation, onTerminal: true)
    #expect(recorder.errors.contains("\rApplying  [#######......................."))
    #expect(recorder.errors.contains("25%  256 of 1,000\u{1B}[K\r\u{1B}[K"))
    #expect(recorder.output.contains("+ organization  Acme"))
  }

  @Test("A manifest is sent in requests that the method takes, however long its objects are")
  func parts() throws {
    let long = ManifestObject(
      object: .organization(OrganizationObject(name: String(repeating: "x", count: 200 << 10))))
    let short = ManifestObject(object: .organization(OrganizationObject(name: "x")))
    let parts = try ManifestParts.cut(
      Array(repeating: long, count: 5) + Array(repeating: short, count: 450))
    #expect(parts.map(\.count).reduce(0, +) == 455)
    #expect(parts.map(\.count) == [2, 2, 200, 200, 51])
    for part in parts {
      #expect(try ApplyRequest(objects: part).serialized().count <= 1 << 20)
    }
  }
}
