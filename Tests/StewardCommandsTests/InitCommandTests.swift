import AdminProtos
import ArgumentParser
import IPC
import Status
import Testing

@testable import StewardCommands

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
    let channel = InProcessChannel(ServiceRouter([auth]))
    try await InitCommand.parse(arguments).run(over: channel, in: session)
  }

  private static let whole = ClaimRequest(
    organizationName: "Acme", name: "Ada", email: "ada@example.com", password: FakeAuth.password)

  @Test("On a terminal, steward init asks for what is missing, and for the password twice")
  func dialogue() async throws {
    let lines = ["Acme", "Ada", "ada@example.com", FakeAuth.password, FakeAuth.password]
    try await run([], input: lines.joined(separator: "\n"), isAttended: true)
    #expect(auth.claims == [Self.whole])
    #expect(recorder.output.contains("sk-secret"))
    #expect(!recorder.errors.contains("sk-secret"))
    #expect(recorder.errors.contains("won't be shown again"))
  }

  @Test("steward init asks for the password again if the two entries differ")
  func differing() async throws {
    let names = ["Acme", "Ada", "ada@example.com"]
    let passwords = [FakeAuth.password, "something else", FakeAuth.password, FakeAuth.password]
    try await run([], input: (names + passwords).joined(separator: "\n"), isAttended: true)
    #expect(recorder.errors.contains("The passwords differ; type both again.\n"))
    #expect(auth.claims == [Self.whole])
  }

  @Test("steward init repeats a prompt that gets a blank line")
  func empty() async throws {
    let lines = [
      "", "Acme", "  ", "Ada", "ada@example.com", "", FakeAuth.password, FakeAuth.password,
    ]
    try await run([], input: lines.joined(separator: "\n"), isAttended: true)
    #expect(auth.claims == [Self.whole])
  }

  @Test("steward init does nothing and starts a new line if its input ends", arguments: 0...4)
  func end(after count: Int) async throws {
    let lines = ["Acme", "Ada", "ada@example.com", FakeAuth.password].prefix(count)
    let error = await #expect(throws: UsageError.self) {
      try await run([], input: lines.map { $0 + "\n" }.joined(), isAttended: true)
    }
    #expect(error?.description == "Cancelled; nothing was changed.")
    #expect(recorder.errors.hasSuffix(": \n"))
    #expect(auth.claims.isEmpty)
  }

  @Test("steward init shows which lines are refused, and repeats only those prompts")
  func refused() async throws {
    auth.refuseNextClaim([
      FieldViolation(field: "email", reason: "MALFORMED_ADDRESS", message: "must be an address"),
      FieldViolation(field: "password", reason: "TOO_SHORT", message: "must be longer"),
    ])
    let lines = [
      "Acme", "Ada", "ada", "short", "short", "ada@example.com", FakeAuth.password,
      FakeAuth.password,
    ]
    try await run([], input: lines.joined(separator: "\n"), isAttended: true)
    #expect(recorder.errors.contains("must be an address"))
    #expect(auth.claims.count == 2)
    #expect(auth.claims.last == Self.whole)
  }

  @Test("steward init refuses a line that breaks a rule before the next prompt")
  func judgedAtOnce() async throws {
    auth.refuseAddress("ada")
    let lines = [
      "Acme", "Ada", "ada", "ada@example.com", FakeAuth.password, FakeAuth.password,
    ]
    try await run([], input: lines.joined(separator: "\n"), isAttended: true)
    #expect(
      recorder.errors.contains(
        "Your mail address: error: email: must be an address\nYour mail address: Password"))
    #expect(!recorder.errors.contains("must be given"))
    #expect(auth.claims == [Self.whole])
  }

  @Test("steward init ends with an error if an option is refused, even on a terminal")
  func refusedOption() async throws {
    auth.refuseNextClaim([FieldViolation(field: "name", reason: "X", message: "must be better")])
    let lines = ["Acme", "ada@example.com", FakeAuth.password, FakeAuth.password]
    let error = await #expect(throws: Status.self) {
      try await run(["--name", "Ada"], input: lines.joined(separator: "\n"), isAttended: true)
    }
    #expect(error?.fieldViolations.count == 1)
    #expect(auth.claims.count == 1)
  }

  @Test("Without a terminal, steward init names everything that is missing and asks nothing")
  func missing() async throws {
    let error = await #expect(throws: UsageError.self) { try await run(["--name", "Ada"]) }
    #expect(
      error?.description
        == "There is no terminal to ask on; add --org, --email, --password-file.")
    #expect(recorder.errors == "")
  }

  @Test("steward init prefers an option to a variable, and a variable to the file")
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

  @Test("steward init asks nothing if the installation is already claimed")
  func claimed() async throws {
    let channel = InProcessChannel(ServiceRouter([FakeAuth(isClaimed: true)]))
    let error = await #expect(throws: Status.self) {
      try await InitCommand.parse([]).run(
        over: channel, in: recorder.session(isAttended: true))
    }
    #expect(error?.reason == "ALREADY_CLAIMED")
    #expect(recorder.errors == "")
  }
}
