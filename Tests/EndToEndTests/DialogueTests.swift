import Foundation
import Testing

@Suite("steward init on a terminal", .timeLimit(.minutes(2)))
struct DialogueTests {
  private static let password = "correct horse battery"
  private static let repetition = "Repeat the password: "
  private let shell: Shell

  init() throws {
    shell = try Shell()
  }

  @Test("steward init asks again after a wrong input, shows no password, and claims once")
  func claims() async throws {
    let terminal = Terminal(shell, "steward init")
    try await terminal.type([
      "organization: ": "",
      "Nothing was typed. Ctrl-C cancels.\r\nName of your organization: ": "Acme",
      "Your name: ": "Ada", "address: ": "ada",
      """
      email: must be a mail address such as jane@example.com, not "ada"\r
      Your mail address:\u{20}
      """: "ada@acme.example",
      "more: ": "too short", Self.repetition: "too short",
    ])
    try await terminal.type([
      "error: password: must be 12 to 256 characters, not 9\r\nPassword, 12 characters or more: ":
        Self.password,
      Self.repetition: Self.password + "?",
      "The passwords differ; type both again.\r\nPassword, 12 characters or more: ": Self.password,
      Self.repetition: Self.password,
    ])
    let (status, shown) = try await terminal.end()
    #expect(status == 0, "\(shown)")
    #expect(shown.contains("\nadmin_key "))
    #expect(shown.contains("steward auth login --email ada@acme.example"))
    #expect(!shown.contains(Self.password) && !shown.contains("too short"))

    let second = try await Terminal(shell, "steward init").end()
    #expect(second.status == 19)
    #expect(second.shown.contains("already claimed"))
  }

  @Test(
    "steward init ends in order at any prompt, and the terminal shows typed text again",
    arguments: 0...4, [Terminal.interrupt, Terminal.endOfInput])
  func ends(at count: Int, by key: String) async throws {
    let prompts = ["organization: ", "Your name: ", "address: ", "more: ", Self.repetition]
    let inputs = ["Acme", "Ada", "ada@acme.example", Self.password]
    let terminal = Terminal(shell, "trap : INT; steward init; echo \"status $?\"; stty -a")
    for (prompt, input) in zip(prompts, inputs).prefix(count) {
      try await terminal.type(prompt, input + "\n")
    }
    try await terminal.type(prompts[count], key)
    let shown = try await terminal.end().shown
    let isInterrupted = key == Terminal.interrupt
    #expect(shown.contains("\nstatus \(isInterrupted ? 130 : 64)\n"), "\(shown)")
    #expect(shown.contains("nothing was changed") != isInterrupted)
    #expect(shown.contains(" echo "))
    #expect(!shown.contains(Self.password))
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines.isEmpty)
  }
}
