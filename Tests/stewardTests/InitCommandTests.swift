import AdminProtos
import ArgumentParser
import IPC
import Status
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
    let channel = InProcessChannel(ServiceRouter([auth]))
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

  @Test("Two passwords that differ are asked for anew")
  func differing() async throws {
    let names = ["Acme", "Ada", "ada@example.com"]
    let passwords = [FakeAuth.password, "something else", FakeAuth.password, FakeAuth.password]
    try await run([], input: (names + passwords).joined(separator: "\n"), isAttended: true)
    #expect(recorder.errors.contains("The two differ; type both anew.\n"))
    #expect(auth.claims == [Self.whole])
  }

  @Test("What is answered with nothing is asked again")
  func empty() async throws {
    let answers = [
      "", "Acme", "  ", "Ada", "ada@example.com", "", FakeAuth.password, FakeAuth.password,
    ]
    try await run([], input: answers.joined(separator: "\n"), isAttended: true)
    #expect(auth.claims == [Self.whole])
  }

  @Test("At the end of input nothing is done, and the cursor leaves the question", arguments: 0...4)
  func end(after count: Int) async throws {
    let answers = ["Acme", "Ada", "ada@example.com", FakeAuth.password].prefix(count)
    let error = await #expect(throws: UsageError.self) {
      try await run([], input: answers.map { $0 + "\n" }.joined(), isAttended: true)
    }
    #expect(error?.description == "Not all was answered; nothing was done.")
    #expect(recorder.errors.hasSuffix(": \n"))
    #expect(auth.claims.isEmpty)
  }

  @Test("What is refused of the answers is said, and asked again, and nothing else is")
  func refused() async throws {
    auth.refuseNextClaim([
      FieldViolation(field: "email", reason: "MALFORMED_ADDRESS", message: "must be an address"),
      FieldViolation(field: "password", reason: "TOO_SHORT", message: "must be longer"),
    ])
    let answers = [
      "Acme", "Ada", "ada", "short", "short", "ada@example.com", FakeAuth.password,
      FakeAuth.password,
    ]
    try await run([], input: answers.joined(separator: "\n"), isAttended: true)
    #expect(recorder.errors.contains("must be an address"))
    #expect(auth.claims.count == 2)
    #expect(auth.claims.last == Self.whole)
  }

  @Test(
    "An answer that breaks a rule is refused before the next question, and nothing else is said")
  func judgedAtOnce() async throws {
    auth.refuseAddress("ada")
    let answers = [
      "Acme", "Ada", "ada", "ada@example.com", FakeAuth.password, FakeAuth.password,
    ]
    try await run([], input: answers.joined(separator: "\n"), isAttended: true)
    #expect(
      recorder.errors.contains(
        "Your mail address: error: email: must be an address\nYour mail address: Password"))
    #expect(!recorder.errors.contains("must be given"))
    #expect(auth.claims == [Self.whole])
  }

  @Test("What is refused of an option ends it, whoever is there")
  func refusedOption() async throws {
    auth.refuseNextClaim([FieldViolation(field: "name", reason: "X", message: "must be better")])
    let answers = ["Acme", "ada@example.com", FakeAuth.password, FakeAuth.password]
    let error = await #expect(throws: Status.self) {
      try await run(["--name", "Ada"], input: answers.joined(separator: "\n"), isAttended: true)
    }
    #expect(error?.fieldViolations.count == 1)
    #expect(auth.claims.count == 1)
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
    let channel = InProcessChannel(ServiceRouter([FakeAuth(isClaimed: true)]))
    let error = await #expect(throws: Status.self) {
      try await InitCommand.parse([]).run(
        over: channel, in: recorder.session(isAttended: true))
    }
    #expect(error?.reason == "ALREADY_CLAIMED")
    #expect(recorder.errors == "")
  }
}
