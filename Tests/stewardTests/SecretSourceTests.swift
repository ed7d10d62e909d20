import Foundation
import IPC
import Status
import Testing

@testable import steward

@Suite("Where secrets come from")
struct SecretSourceTests {
  private func secret(
    _ argument: String, input: String = ""
  ) async throws -> String {
    let source = try #require(SecretSource(argument: argument))
    return try await source.read("password", in: Recorder().session(input: input))
  }

  @Test(
    "The line end after a secret is no part of it, and everything else is",
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

  @Test("A dash means standard input")
  func standardInput() async throws {
    #expect(try await secret("-", input: "secret\n") == "secret")
  }

  @Test("An empty source is refused by what it should have held and where")
  func empty() async throws {
    let error = await #expect(throws: UsageError.self) { try await secret("-", input: "\n") }
    #expect(error?.description == "There is no password in standard input.")
  }

  @Test("A file that isn't there is refused by its name")
  func missing() async throws {
    let error = await #expect(throws: Status.self) { try await secret("/nowhere/secret") }
    #expect(error?.message == "There is no file '/nowhere/secret'." && error?.code == .notFound)
  }

  @Test("An empty name is no source")
  func emptyName() {
    #expect(SecretSource(argument: "") == nil)
  }
}
