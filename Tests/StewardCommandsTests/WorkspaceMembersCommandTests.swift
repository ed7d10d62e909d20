import AdminProtos
import ArgumentParser
import IPC
import Testing

@testable import StewardCommands

@Suite("steward workspaces members")
struct WorkspaceMembersCommandTests {
  let recorder = Recorder()
  let members = FakeWorkspaceMembers()

  private func run(_ verb: any CallingVerb) async throws {
    let channel = InProcessChannel(ServiceRouter([members]))
    try await verb.run(over: channel, in: recorder.session())
  }

  @Test("steward workspaces members add sends user and workspace, and a plain role by default")
  func add() async throws {
    try await run(AddWorkspaceMember.parse(["wrkspc_1", "user_1", "-o", "id"]))
    #expect(recorder.output == "user_1\n")
    #expect(
      members.additions == [
        AddWorkspaceMemberRequest(
          workspaceId: "wrkspc_1", userId: "user_1", workspaceRole: "workspace_user")
      ])
  }

  @Test("steward workspaces members list shows the members")
  func list() async throws {
    try await run(ListWorkspaceMembers.parse(["wrkspc_1"]))
    #expect(
      recorder.output == """
        USER    EMAIL       NAME  ROLE            ADDED
        user_1  jane@x.org  Jane  workspace_user  2026-01-02T03:04:05Z

        """)
  }

  @Test("An empty list of workspace members says which roles have access to the workspace")
  func empty() async throws {
    try await run(ListWorkspaceMembers.parse(["wrkspc_empty"]))
    #expect(recorder.output == "")
    #expect(recorder.errors.contains("admins and billing users"))
  }

  @Test("steward workspaces members update sends the role and the etag")
  func update() async throws {
    try await run(
      UpdateWorkspaceMember.parse([
        "wrkspc_1", "user_1", "--role", "workspace_admin", "--if-match", "7",
      ]))
    #expect(
      members.updates == [
        UpdateWorkspaceMemberRequest(
          workspaceId: "wrkspc_1", userId: "user_1", workspaceRole: "workspace_admin",
          ifMatch: "7")
      ])
  }

  @Test("steward workspaces members get and remove print the id of the user")
  func others() async throws {
    try await run(GetWorkspaceMember.parse(["wrkspc_1", "user_1", "-o", "id"]))
    try await run(RemoveWorkspaceMember.parse(["wrkspc_1", "user_1", "-o", "id"]))
    #expect(recorder.output == "user_1\nuser_1\n")
  }
}
