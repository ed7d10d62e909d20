import AdminProtos
import ArgumentParser
import IPC
import Testing

@testable import StewardCommands

@Suite("steward find and steward resolve")
struct DirectoryCommandTests {
  let recorder = Recorder()
  let directory = FakeDirectory()

  private func run(_ verb: any CallingVerb) async throws {
    let channel = InProcessChannel(ServiceRouter([directory]))
    try await verb.run(over: channel, in: recorder.session())
  }

  private static let table = """
    KIND     ID        NAME  DETAIL             ORGANIZATION
    api_key  apikey_1  CI    sk-stw-R2D...igAA  Acme

    """

  @Test("steward find shows what is found, and says that there is more")
  func find() async throws {
    try await run(FindCommand.parse(["ci", "--org", "acme", "--limit", "1"]))
    #expect(recorder.output == Self.table)
    #expect(recorder.errors == "There are more: add a word, --org, or --limit.\n")
    #expect(directory.searches == [FindRequest(text: "ci", organizationId: "acme", limit: 1)])
    for limit in ["0", "101", "-5"] {
      #expect(throws: (any Error).self) { try FindCommand.parse(["ci", "--limit", limit]) }
    }
  }

  @Test("steward find says when nothing matches")
  func nothing() async throws {
    try await run(FindCommand.parse(["nothing"]))
    #expect(recorder.output == "")
    #expect(recorder.errors == "Nothing that you may see matches.\n")
  }

  @Test("steward resolve shows what ids stand for, and names those that are unknown")
  func resolve() async throws {
    try await run(ResolveCommand.parse(["apikey_1", "user_2", "user_1"]))
    #expect(recorder.output == Self.table)
    #expect(recorder.errors == "Not found, or not for you to see: user_1, user_2\n")
    #expect(directory.resolutions == [ResolveIDsRequest(ids: ["apikey_1", "user_2", "user_1"])])
    #expect(throws: (any Error).self) { try ResolveCommand.parse([]) }
  }
}
