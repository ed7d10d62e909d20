import Foundation
import Testing

/// The mistakes that people make with secrets, as many at once as one command takes.
struct Mistakes {
  let shell: Shell
  let witness: SecretScanner
  let secrets: [MisusedSecret]

  func make() async throws {
    let lines = try secrets.flatMap { try $0.lines() }
    try await see("batch", "-", input: lines.joined(separator: "\n"))
    try await see("apply", "-f", "-", input: secrets.map(\.manifest).joined())
    let all = secrets.map(\.secret)
    try await see("import", "-", input: all.joined(separator: "\n"))
    try await see("call", "Keys/Verify", "-d", "-", input: #"{"secret": "\#(all)"#)
    try await see("keys", "verify", "--secret-file", "-", input: all.joined())
    for secret in secrets {
      try await see("orgs", "list", "--token-file", "-", input: secret.spoilt)
    }
    // Only with the first secret, because each of these commands takes a process.
    for arguments in secrets.first?.commandLines ?? [] {
      let outcome = try await shell.run(arguments)
      #expect(outcome.status != 0)
      let place = arguments.filter { !$0.contains(secrets[0].secret) }.joined(separator: " ")
      witness.see(outcome.output + outcome.errors, in: "a mistake with \(place)")
    }
  }

  private func see(_ arguments: String..., input: String) async throws {
    let outcome = try await shell.run(arguments, input: input)
    witness.see(outcome.output + outcome.errors, in: "mistakes with \(arguments[0])")
  }
}
