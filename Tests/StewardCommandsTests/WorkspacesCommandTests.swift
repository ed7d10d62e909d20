import AdminProtos
import ArgumentParser
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("steward workspaces")
struct WorkspacesCommandTests {
  let recorder = Recorder()
  let workspaces = FakeWorkspaces()
  static let acme = "0198c0de-0000-7000-8000-000000000001"

  private func run(
    _ verb: any CallingVerb,
    organizations: [Organization] = [FakeOrgs.organization(1, named: "Acme")]
  ) async throws {
    let channel = InProcessChannel(ServiceRouter([FakeOrgs(organizations), workspaces]))
    try await verb.run(over: channel, in: recorder.session())
  }

  @Test("steward workspaces create sends what is given, and the only organization by default")
  func create() async throws {
    try await run(
      CreateWorkspace.parse([
        "CI", "--color", "#112233", "--tag", "env=prod", "--tag", "team=a", "--default-geo", "us",
        "--allowed-geo", "us", "-o", "id",
      ]))
    #expect(recorder.output == "wrkspc_2\n")
    #expect(
      workspaces.creations == [
        CreateWorkspaceRequest(
          organizationId: Self.acme, name: "CI", displayColor: "#112233",
          tags: ["env": "prod", "team": "a"],
          dataResidency: DataResidency(
            allowedInferenceGeos: ["us"], defaultInferenceGeo: "us"))
      ])
  }

  @Test("If there are several organizations, the error about a missing --org lists them")
  func ambiguous() async throws {
    let organizations = [
      FakeOrgs.organization(2, named: "Beta"), FakeOrgs.organization(1, named: "Acme"),
    ]
    let error = await #expect(throws: UsageError.self) {
      try await run(CreateWorkspace.parse(["CI"]), organizations: organizations)
    }
    #expect(
      error?.description == """
        There are several organizations; choose one:
          --org 0198c0de-0000-7000-8000-000000000002  Beta
          --org 0198c0de-0000-7000-8000-000000000001  Acme
        """)
    #expect(workspaces.creations == [])
  }

  @Test("On an unclaimed installation, workspaces create refers to steward init")
  func unclaimed() async throws {
    let channel = InProcessChannel(ServiceRouter([FakeOrgs(), workspaces, FakeAuth()]))
    let error = await #expect(throws: Status.self) {
      try await CreateWorkspace.parse(["CI"]).run(over: channel, in: recorder.session())
    }
    #expect(error?.message.hasSuffix("and its admin: steward init") == true)
  }

  @Test("Without organizations, workspaces list says how to create one")
  func noOrganization() async throws {
    let error = await #expect(throws: Status.self) {
      try await run(ListWorkspaces.parse([]), organizations: [])
    }
    #expect(error?.reason == "NO_ORGANIZATION")
    #expect(error?.message.contains("steward orgs create NAME") == true)
  }

  @Test("steward workspaces list marks the Default Workspace and shows tags in order")
  func list() async throws {
    try await run(ListWorkspaces.parse(["--default"]))
    #expect(
      recorder.output == """
        ID        NAME               COLOR    TAGS     CREATED
        wrkspc_1  Default (default)  #6C5BB9  a=1,b=2  2026-01-02T03:04:05Z

        """)
  }

  @Test("An empty list of workspaces prints only a hint, on standard error")
  func empty() async throws {
    try await run(ListWorkspaces.parse([]))
    #expect(recorder.output == "")
    #expect(
      recorder.errors == "No workspaces yet. Create one: steward workspaces create NAME "
        + "--org \(Self.acme)\n")
  }

  @Test("steward workspaces update sends only what is given")
  func update() async throws {
    try await run(
      UpdateWorkspace.parse([
        "wrkspc_2", "--tag", "a=1", "--remove-tag", "b", "--if-match", "7",
      ]))
    #expect(
      workspaces.updates == [
        UpdateWorkspaceRequest(
          id: "wrkspc_2", tags: ["a": "1"], removeTags: ["b"], ifMatch: "7")
      ])
  }

  @Test(
    "steward workspaces update refuses options that contradict each other",
    arguments: [
      ([], "Nothing to change"), (["--tag", "a=1", "--remove-tag", "a"], "both set and removed"),
      (["--tag", "a"], "invalid"), (["--name", "x", "--if-match", ""], "--if-match is empty"),
    ] as [([String], String)])
  func contradiction(arguments: [String], refusal: String) {
    let error = #expect(throws: (any Error).self) {
      try UpdateWorkspace.parse(["wrkspc_2"] + arguments)
    }
    #expect(error.map(UpdateWorkspace.message(for:))?.contains(refusal) == true)
  }

  @Test("steward workspaces archive prints the workspace with the time")
  func archive() async throws {
    try await run(ArchiveWorkspace.parse(["wrkspc_2"]))
    #expect(recorder.output.contains("archived_at"))
    #expect(recorder.errors == "")
  }

  @Test("steward workspaces archive --dry-run says which keys would end, and that nothing changed")
  func archiveDryRun() async throws {
    try await run(ArchiveWorkspace.parse(["wrkspc_2", "--dry-run"]))
    #expect(recorder.output.contains("ended_keys"))
    #expect(recorder.output.contains("last_used_at"))
    #expect(
      recorder.errors
        == "Nothing was changed. Leave --dry-run out to archive the workspace.\n")
  }

  @Test("steward workspaces get prints the workspace with the given id")
  func get() async throws {
    try await run(GetWorkspace.parse(["wrkspc_2", "-o", "id"]))
    #expect(recorder.output == "wrkspc_2\n")
  }
}
