import AdminProtos
import ArgumentParser
import Foundation
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import StewardCommands

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

  @Test("steward apply sends the objects and options as they are given")
  func sent() async throws {
    let automation = FakeAutomation()
    let manifest = "kind: organization\nname: Acme"
    try await run(
      ApplyCommand.parse(["-f", "-", "--plan", "--prune", "--allow-deletes", "3", "--set", "s"]),
      with: automation, input: manifest)
    #expect(automation.options == ApplyOptions(plan: true, prune: true, allowDeletes: 3, set: "s"))
    #expect(automation.objects.map(\.source) == ["stdin:1"])
  }

  @Test("steward apply shows people each change as a block, and counts unchanged objects")
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

  @Test("A refused object is shown with its place in the manifest, and the apply fails")
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

  @Test("steward apply shows a new secret with its object, and says to keep it now")
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

  @Test("steward apply with -o id says that the secrets are lost")
  func secretsWithIDs() async throws {
    let result = ApplyResult(outcome: "created", kind: "key", id: "apikey_1", secret: "sk-stw-x")
    let automation = FakeAutomation([
      ApplyResponse(results: [result], summary: ApplySummary(created: 1))
    ])
    try await run(ApplyCommand.parse(["-f", "-", "-o", "id"]), with: automation)
    #expect(recorder.output == "apikey_1\n")
    #expect(recorder.errors.contains("The secrets were not printed, and are not stored."))
  }

  @Test("steward apply reads only the manifests of a directory, in the order of their names")
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
    "steward apply refuses options that contradict each other",
    arguments: [
      (["-f", "x", "--allow-deletes", "1"], "--allow-deletes needs --prune"),
      (["-f", "x", "--prune", "--allow-deletes", "-1"], "must be at least 0"),
      (["-f", "x", "--set", ""], "--set is empty"), ([], "--file"),
    ] as [([String], String)])
  func contradiction(arguments: [String], refusal: String) {
    let error = #expect(throws: (any Error).self) { try ApplyCommand.parse(arguments) }
    #expect(error.map(ApplyCommand.message(for:))?.contains(refusal) == true)
  }

  @Test("steward export writes a whole file that only its owner may read")
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

  @Test("steward export to standard output prints the data and nothing else")
  func exportToOutput() async throws {
    try await run(ExportCommand.parse([]), with: FakeAutomation(exported: ["{}"]))
    #expect(recorder.output == "{}\n")
    #expect(recorder.errors == "")
  }

  @Test("steward import sends its input unchanged, and says how many objects it imported")
  func imports() async throws {
    let automation = FakeAutomation()
    try await run(ImportCommand.parse(["-"]), with: automation, input: "{}\né\n")
    #expect(String(decoding: automation.data, as: UTF8.self) == "{}\né\n")
    #expect(recorder.errors == "Imported 1,234 objects.\n")
  }

  @Test("On a terminal, an import shows its progress and removes it at the end")
  func progress() async throws {
    try await run(ImportCommand.parse(["-"]), with: FakeAutomation(), input: "{}", onTerminal: true)
    #expect(recorder.errors.contains("Importing  ["))
    #expect(recorder.errors.hasSuffix("\r\u{1B}[KImported 1,234 objects.\n"))
  }

  @Test(
    "A progress bar shows how much is done",
    arguments: [
      (0, 0, "T  [..............................]   0%  0 of 0"),
      (500, 1000, "T  [###############...............]  50%  500 of 1,000"),
      (7, 3, "T  [##############################] 100%  3 of 3"),
    ] as [(UInt64, UInt64, String)])
  func bar(done: UInt64, total: UInt64, text: String) {
    #expect(ProgressBar.text("T", done, of: total) == text)
  }

  @Test(
    "A progress bar fits the terminal, and is left out if there is no room for it",
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

  @Test("A progress line is cut on a terminal that is too narrow for it")
  func narrow() {
    var console = recorder.console
    (console.errorsAreTerminal, console.errorColumns) = (true, { 12 })
    var bar = ProgressBar("Importing", on: console)
    bar.show(1, of: 2)
    #expect(recorder.errors == "\rImporting …\u{1B}[K")
  }

  @Test("steward apply shows its progress on a terminal")
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

  @Test("A manifest is split into requests within the method's limit, even with long objects")
  func parts() throws {
    let long = ManifestObject(
      object: .organization(OrganizationObject(name: String(repeating: "x", count: 200 << 10))))
    let short = ManifestObject(object: .organization(OrganizationObject(name: "x")))
    let parts = try ManifestReader.parts(
      of: Array(repeating: long, count: 5) + Array(repeating: short, count: 450))
    #expect(parts.map(\.count).reduce(0, +) == 455)
    #expect(parts.map(\.count) == [2, 2, 200, 200, 51])
    for part in parts {
      #expect(try ApplyRequest(objects: part).serialized().count <= 1 << 20)
    }
  }
}
