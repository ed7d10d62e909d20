import ArgumentParser
import Testing

@testable import StewardCommands

@Suite("The global options")
struct GlobalOptionsTests {
  @Test(
    "The data directory is the option, STEWARD_DATA, or XDG's default",
    arguments: [
      (["--data", "/d"], ["STEWARD_DATA": "/e"], "/d"),
      (["--data", "d"], [:], "/cwd/d"),
      ([], ["STEWARD_DATA": "/e", "HOME": "/h"], "/e"),
      ([], ["XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/steward"),
      ([], ["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/steward"),
      ([], ["STEWARD_DATA": "", "HOME": "/h"], "/h/.local/share/steward"),
    ] as [([String], [String: String], String)])
  func dataDirectory(arguments: [String], environment: [String: String], path: String) throws {
    let options = try GlobalOptions.parse(arguments)
    let directory = try options.dataDirectory(
      environment: environment, currentDirectory: "/cwd")
    #expect(directory == path)
  }

  @Test("Without HOME, the data directory must be given")
  func homeless() throws {
    let options = try GlobalOptions.parse([])
    #expect(throws: UsageError.self) {
      try options.dataDirectory(environment: [:], currentDirectory: "/")
    }
  }

  @Test("An option with an empty directory is refused", arguments: ["--data", "--plugin-path"])
  func empty(option: String) {
    #expect(throws: (any Error).self) { try GlobalOptions.parse([option, ""]) }
  }

  @Test("A limit of a list outside 1 to 1000 is refused", arguments: ["0", "-1", "-5", "1001"])
  func limit(text: String) {
    let refusal = #expect(throws: (any Error).self) { try PageOptions.parse(["--limit", text]) }
    #expect(refusal.map(PageOptions.message(for:))?.contains("not \(text)") == true)
  }

  @Test("The options for opposite directions of a list exclude each other")
  func directions() {
    #expect(throws: (any Error).self) { try PageOptions.parse(["--after", "a", "--before", "b"]) }
    #expect(throws: (any Error).self) { try PageOptions.parse(["--all", "--before", "b"]) }
  }
}
