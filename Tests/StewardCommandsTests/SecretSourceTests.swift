import Foundation
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("Sources of secrets")
struct SecretSourceTests {
  private func secret(
    _ argument: String, input: String = ""
  ) async throws -> String {
    let source = try #require(SecretSource(argument: argument))
    return try await source.read("password", in: Recorder().session(input: input))
  }

  @Test(
    "A secret is read without the line end after it, and otherwise unchanged",
    arguments: [
      ("secret", "secret"), ("secret\n", "secret"), ("secret\r\n", "secret"),
      (" se cret \n", " se cret "), ("one\ntwo\n", "one\ntwo"),
      ("geheim \u{E4}\n", "geheim \u{E4}"),
    ])
  func lineEnd(text: String, expected: String) async throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-secret-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    #expect(try await secret(file.path) == expected)
  }

  @Test("A dash as the source of a secret means standard input")
  func standardInput() async throws {
    #expect(try await secret("-", input: "secret\n") == "secret")
  }

  @Test("An empty source is refused, and the error names the kind of secret and the place")
  func empty() async throws {
    let error = await #expect(throws: UsageError.self) { try await secret("-", input: "\n") }
    #expect(error?.description == "There is no password in standard input.")
  }

  @Test("A missing file of a secret is refused, and the error names it")
  func missing() async throws {
    let error = await #expect(throws: Status.self) { try await secret("/nowhere/secret") }
    #expect(error?.message == "There is no file '/nowhere/secret'." && error?.code == .notFound)
  }

  @Test("An empty name is not a source of a secret")
  func emptyName() {
    #expect(SecretSource(argument: "") == nil)
  }
}
