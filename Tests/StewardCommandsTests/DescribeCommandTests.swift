import ArgumentParser
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import StewardCommands

@Suite("steward describe")
struct DescribeCommandTests {
  let recorder = Recorder()

  private func describe(_ arguments: [String]) async throws {
    let host = FakeHost.serving(FakeOrgs.self, FakeWorkspaces.self)
    try await DescribeCommand.parse(arguments).run(
      over: InProcessChannel(ServiceRouter([host])), in: recorder.session())
  }

  @Test("steward describe shows every service if no name is given")
  func all() async throws {
    try await describe([])
    #expect(recorder.output.contains("service steward.orgs.v1.Orgs {\n"))
    #expect(recorder.output.contains("service steward.workspaces.v1.Workspaces {\n"))
    #expect(
      recorder.output.contains(
        """
          // Creates an organization and its Default Workspace.
          // permission: orgs.create; repeatable: keyed
          rpc Create(CreateOrganizationRequest) returns (Organization);

        """))
  }

  @Test("steward describe shows a method with its request and response")
  func method() async throws {
    try await describe(["Orgs/Delete"])
    #expect(recorder.output.contains("rpc Delete(DeleteOrganizationRequest)"))
    #expect(recorder.output.contains("message steward.orgs.v1.DeleteOrganizationRequest {"))
    #expect(recorder.output.contains("  map<string, uint32> deleted = 4;"))
  }

  @Test("steward describe shows a message with the comments of its fields")
  func message() async throws {
    try await describe(["ListOrganizationsRequest"])
    #expect(
      recorder.output == """
        message steward.orgs.v1.ListOrganizationsRequest {
          // The maximum number of organizations, 1 to 1000. The default is 20.
          optional int32 limit = 1;
          // Returns the organizations that follow this id in the list. At most one of `after_id`
          // and `before_id` may be set.
          string after_id = 2;
          // Returns the organizations that precede this id in the list.
          string before_id = 3;
          // Returns only the organizations in whose name there are words that begin with the words of this
          // text, such as "acme tok", or whose id is this text. Case doesn't count in words. One word must
          // have at least 2 bytes; the whole text may have at most 100.
          string query = 4;
          // Returns only the organizations with these ids, at most 100. An id that doesn't exist, or that
          // the list wouldn't show, is left out. If empty, all organizations.
          repeated string ids = 5;
        }

        """)
  }

  @Test("steward describe shows an enum")
  func enumeration() async throws {
    try await describe(["Idempotency"])
    #expect(recorder.output.contains("enum steward.options.v1.Idempotency {\n"))
    #expect(recorder.output.contains("  IDEMPOTENCY_KEYED = 3;\n"))
  }

  @Test("steward describe -o json prints a service with its methods and their rules")
  func json() async throws {
    try await describe(["Orgs", "-o", "json"])
    let service = try JSONValue(parsing: recorder.output)
    #expect(service["name"] == .string("steward.orgs.v1.Orgs"))
    guard case .array(let methods) = service["methods"] else {
      Issue.record("methods is no list")
      return
    }
    #expect(methods.first?["permission"] == .string("orgs.create"))
    #expect(methods.first?["idempotency"] == .string("keyed"))
  }

  @Test("steward describe -o id lists the names of the services")
  func ids() async throws {
    try await describe(["-o", "id"])
    #expect(recorder.output == "steward.orgs.v1.Orgs\nsteward.workspaces.v1.Workspaces\n")
  }

  @Test("steward describe refuses an unknown name and suggests the nearest one")
  func unknown() async {
    let error = await #expect(throws: Status.self) { try await describe(["Organisation"]) }
    #expect(error?.code == .notFound)
    #expect(error?.message.contains("Did you mean 'Organization'?") == true)
  }

  @Test(
    "A name is shortened by the leading parts that it shares with its scope",
    arguments: [
      ("a.v1.B", "a.v1.C", "B"), ("a.v1.B", "a.v1.B", "B"), ("a.v1.B.C", "a.v1.B", "C"),
      ("google.protobuf.Timestamp", "a.v1.B", "google.protobuf.Timestamp"), ("a.B", "", "a.B"),
    ])
  func shortened(name: String, scope: String, short: String) {
    #expect(name.shortened(relativeTo: scope) == short)
  }
}
