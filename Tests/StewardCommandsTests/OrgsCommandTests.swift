import ArgumentParser
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("steward orgs")
struct OrgsCommandTests {
  let recorder = Recorder()
  let orgs = FakeOrgs([
    FakeOrgs.organization(2, named: "Beta GmbH"), FakeOrgs.organization(1, named: "Acme"),
  ])
  static let acme = "0198c0de-0000-7000-8000-000000000001"

  private func run(
    _ verb: any CallingVerb, input: String = "", isAttended: Bool = false
  ) async throws {
    let channel = InProcessChannel(ServiceRouter([orgs]))
    try await verb.run(
      over: channel, in: recorder.session(input: input, isAttended: isAttended))
  }

  @Test("steward orgs list aligns its columns and shows whole ids")
  func list() async throws {
    try await run(ListOrganizations.parse([]))
    #expect(
      recorder.output == """
        ID                                    NAME       WORKSPACES  MEMBERS  CREATED
        0198c0de-0000-7000-8000-000000000002  Beta GmbH  2           5        2026-01-02T03:04:05Z
        0198c0de-0000-7000-8000-000000000001  Acme       2           5        2026-01-02T03:04:05Z

        """)
    #expect(recorder.errors == "")
  }

  @Test("steward orgs list -o id prints one id per line")
  func ids() async throws {
    try await run(ListOrganizations.parse(["-o", "id"]))
    #expect(recorder.output.split(separator: "\n").last == "0198c0de-0000-7000-8000-000000000001")
  }

  @Test("steward orgs list -o jsonl prints one organization per line")
  func lines() async throws {
    try await run(ListOrganizations.parse(["-o", "jsonl"]))
    let lines = recorder.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].contains(#""name":"Acme""#) || lines[1].contains(#""name": "Acme""#))
  }

  @Test("steward orgs list says how to continue if there are more organizations")
  func more() async throws {
    try await run(ListOrganizations.parse(["--limit", "1"]))
    #expect(
      recorder.errors
        == "There are more: --after 0198c0de-0000-7000-8000-000000000002, or --all\n")
  }

  @Test("steward orgs list --all joins all pages")
  func all() async throws {
    try await run(ListOrganizations.parse(["--limit", "1", "--all", "-o", "id"]))
    #expect(recorder.output.split(separator: "\n").count == 2)
    #expect(recorder.errors == "")
  }

  @Test("An empty list of organizations prints only a hint, on standard error")
  func empty() async throws {
    let channel = InProcessChannel(ServiceRouter([FakeOrgs()]))
    try await ListOrganizations.parse([]).run(over: channel, in: recorder.session())
    #expect(recorder.output == "")
    #expect(recorder.errors == "No organizations yet. Create one: steward orgs create NAME\n")
  }

  @Test("steward orgs create prints the organization and passes on the idempotency key")
  func create() async throws {
    try await run(CreateOrganization.parse(["Gamma", "--idempotency-key", "k1", "-o", "id"]))
    #expect(recorder.output == "0198c0de-0000-7000-8000-000000000003\n")
    #expect(orgs.names.first == "Gamma")
    #expect(orgs.idempotencyKeys == ["k1"])
  }

  @Test("steward orgs get prints a card")
  func get() async throws {
    try await run(GetOrganization.parse([Self.acme]))
    #expect(
      recorder.output == """
        id                    0198c0de-0000-7000-8000-000000000001
        name                  Acme
        created_at            2026-01-02T03:04:05.000006Z
        updated_at            2026-01-02T03:04:05.000006Z
        default_workspace_id  wrkspc_1
        workspace_count       2
        member_count          5
        key_count             0
        etag                  1

        """)
  }

  @Test("steward orgs update sends the new name")
  func update() async throws {
    try await run(UpdateOrganization.parse([Self.acme, "--name", "Acme 2"]))
    #expect(recorder.output.contains("Acme 2"))
  }

  @Test("steward orgs get throws the plugin's refusal unchanged")
  func refused() async throws {
    let error = await #expect(throws: Status.self) {
      try await run(GetOrganization.parse(["unknown"]))
    }
    #expect(error?.code == .notFound)
  }
}

@Suite("steward orgs delete")
struct DeleteOrganizationTests {
  let recorder = Recorder()
  let orgs = FakeOrgs([FakeOrgs.organization(1, named: "Acme Corp")])
  static let acme = "0198c0de-0000-7000-8000-000000000001"

  private func delete(
    _ arguments: [String], input: String = "", isAttended: Bool = false
  ) async throws {
    let verb = try DeleteOrganization.parse([Self.acme] + arguments)
    let channel = InProcessChannel(ServiceRouter([orgs]))
    try await verb.run(
      over: channel, in: recorder.session(input: input, isAttended: isAttended))
  }

  @Test("steward orgs delete --dry-run shows what is deleted, and the command that does it")
  func dryRun() async throws {
    try await delete(["--dry-run"])
    #expect(recorder.output.contains("deleted.workspace     3\n"))
    #expect(
      recorder.errors == "Nothing was changed. To delete: steward orgs delete "
        + "\(Self.acme) --confirm 'Acme Corp'\n")
    #expect(orgs.names == ["Acme Corp"])
  }

  @Test("steward orgs delete --confirm with the exact name deletes without a prompt")
  func confirmed() async throws {
    try await delete(["--confirm", "Acme Corp"])
    #expect(orgs.names == [])
    #expect(recorder.errors == "")
  }

  @Test("On a terminal, orgs delete shows what is deleted and asks for the name")
  func asked() async throws {
    try await delete([], input: "Acme Corp\n", isAttended: true)
    #expect(
      recorder.errors
        == """
        This deletes organization 'Acme Corp' (organization: 1, workspace: 3) permanently.
        To continue, type the organization's name, Acme Corp: \u{20}
        """.dropLast())
    #expect(orgs.names == [])
  }

  @Test("steward orgs delete accepts only the exact name", arguments: ["", "acme corp\n", "y\n"])
  func declined(typed: String) async throws {
    await #expect(throws: UsageError.self) { try await delete([], input: typed, isAttended: true) }
    #expect(orgs.names == ["Acme Corp"])
  }

  @Test("Without a terminal, orgs delete is refused with a remedy before anything is started")
  func unattended() async throws {
    let verb = try DeleteOrganization.parse([Self.acme])
    let error = await #expect(throws: UsageError.self) {
      try await verb.run(in: recorder.session())
    }
    #expect(
      error?.description == "To delete organization '0198c0de…', give its exact name: "
        + "add --confirm NAME. --dry-run shows what would be deleted.")
  }
}
