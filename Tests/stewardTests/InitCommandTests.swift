import ArgumentParser
import IPC
import StewardProtos
import Testing

@testable import steward

@Suite("steward init")
struct InitCommandTests {
  let recorder = Recorder()
  let auth = FakeAuth()

  private func run(
    _ arguments: [String], input: String = "", isAttended: Bool = false,
    environment: [String: String] = [:]
  ) async throws {
    var session = recorder.session(input: input, isAttended: isAttended)
    session.environment = environment
    let channel = InProcessChannel(MethodTable([auth]))
    try await InitCommand.parse(arguments).run(over: channel, in: session)
  }

  private static let whole = ClaimRequest(
    organizationName: "Acme", name: "Ada", email: "ada@example.com", password: FakeAuth.password)

  @Test("On a terminal it asks for what is missing, the password twice")
  func dialogue() async throws {
    let answers = ["Acme", "Ada", "ada@example.com", FakeAuth.password, FakeAuth.password]
    try await run([], input: answers.joined(separator: "\n"), isAttended: true)
    #expect(auth.claims == [Self.whole])
    #expect(recorder.output.contains("sk-secret"))
    #expect(!recorder.errors.contains("sk-secret"))
    #expect(recorder.errors.contains("won't be shown again"))
  }

  @Test("Two passwords that differ claim nothing")
  func differing() async throws {
    let answers = ["Acme", "Ada", "ada@example.com", FakeAuth.password, "something else"]
    let error = await #expect(throws: UsageError.self) {
      try await run([], input: answers.joined(separator: "\n"), isAttended: true)
    }
    #expect(error?.description == "The two passwords differ; nothing was done.")
    #expect(auth.claims.isEmpty)
  }

  @Test("Without a terminal, all that is missing is named at once, and nothing is asked")
  func missing() async throws {
    let error = await #expect(throws: UsageError.self) { try await run(["--name", "Ada"]) }
    #expect(
      error?.description == "There is no terminal to ask; add --org, --email, --password-file.")
    #expect(recorder.errors == "")
  }

  @Test("Options, variables and a file give the same, an option before a variable before the file")
  func sources() async throws {
    let options = ["--org", "Acme", "--name", "Ada", "--email", "ada@example.com"]
    try await run(options + ["--password-file", "-"], input: FakeAuth.password + "\n")
    try await run(
      ["--password-file", "-"], input: FakeAuth.password,
      environment: [
        "STEWARD_INIT_ORG": "Acme", "STEWARD_INIT_NAME": "Ada",
        "STEWARD_INIT_EMAIL": "ada@example.com",
      ])
    let file = """
      {"organization_name": "Other", "name": "Other", "email": "ada@example.com",
       "password": "\(FakeAuth.password)"}
      """
    try await run(
      ["--file", "-", "--org", "Acme"], input: file, environment: ["STEWARD_INIT_NAME": "Ada"])
    #expect(auth.claims == [Self.whole, Self.whole, Self.whole])
  }

  @Test("Nobody is asked for a password when the installation was claimed before")
  func claimed() async throws {
    let channel = InProcessChannel(MethodTable([FakeAuth(isClaimed: true)]))
    let error = await #expect(throws: Status.self) {
      try await InitCommand.parse([]).run(
        over: channel, in: recorder.session(isAttended: true))
    }
    #expect(error?.reason == "ALREADY_CLAIMED")
    #expect(recorder.errors == "")
  }
}
