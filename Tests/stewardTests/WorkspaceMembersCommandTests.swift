import AdminProtos
import ArgumentParser
import IPC
import Testing

@testable import steward

@Suite("steward workspaces members")
struct WorkspaceMembersCommandTests {
  let recorder = Recorder()
  let members = FakeWorkspaceMembers()

  private func run(_ verb: any CallingVerb) async throws {
    let channel = InProcessChannel(ServiceRouter([members]))
    try await verb.run(over: channel, in: recorder.session())
  }

  @Test("add sends who and where, and as a plain user unless said otherwise")
  func add() async throws {
    try await run(AddWorkspaceMember.parse(["wrkspc_1", "user_1", "-o", "id"]))
    #expect(recorder.output == "user_1\n")
    #expect(
      members.additions == [
        AddWorkspaceMemberRequest(
          workspaceId: "wrkspc_1", userId: "user_1", workspaceRole: "workspace_user")
      ])
  }

  @Test("list shows who was let in")
  func list() async throws {
    try await run(ListWorkspaceMembers.parse(["wrkspc_1"]))
    #expect(
      recorder.output == """
        USER    EMAIL       NAME  ROLE            ADDED
        user_1  jane@x.org  Jane  workspace_user  2026-01-02T03:04:05Z

        """)
  }

  @Test("An empty list says who is there nonetheless")
  func empty() async throws {
    try await run(ListWorkspaceMembers.parse(["wrkspc_empty"]))
    #expect(recorder.output == "")
    #expect(recorder.errors.contains("admins and billing users"))
  }

  @Test("update sends the role and the etag")
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

  @Test("get and remove name the user")
  func others() async throws {
    try await run(GetWorkspaceMember.parse(["wrkspc_1", "user_1", "-o", "id"]))
    try await run(RemoveWorkspaceMember.parse(["wrkspc_1", "user_1", "-o", "id"]))
    #expect(recorder.output == "user_1\nuser_1\n")
  }
}
