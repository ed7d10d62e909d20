import Testing

@testable import StewardCommands

@Suite("The words of a command line")
struct CommandWordsTests {
  @Test(
    "Global options may stand before the command",
    arguments: [
      ("-o json orgs list", "orgs list -o json"),
      ("--output=json orgs ls --all", "orgs ls --output=json --all"),
      ("orgs --data /d -q list", "orgs list --data /d -q"),
      ("orgs get X --data /d", "orgs get X --data /d"),
      ("--version", "--version"), ("help orgs create", "help orgs create"),
      ("orgs --help", "orgs --help"), ("", ""), ("--data", "--data"),
    ])
  func order(typed: String, ordered: String) throws {
    let words = typed.split(separator: " ").map(String.init)
    #expect(try CommandWords.ordered(words).joined(separator: " ") == ordered)
  }

  @Test(
    "An unknown command is refused with a suggestion or a remedy",
    arguments: [
      ("org list", "There is no command 'org'. Did you mean 'orgs'? See: steward --help"),
      ("frob", "There is no command 'frob'. See: steward --help"),
      (
        "orgs creat X",
        "There is no command 'orgs creat'. Did you mean 'create'? See: steward orgs --help"
      ),
      ("help ogrs", "There is no command 'ogrs'. Did you mean 'orgs'? See: steward --help"),
      (
        "workspaces delete wrkspc_2",
        "There is no command 'workspaces delete'; workspaces are archived, not deleted: "
          + "steward workspaces archive ID"
      ),
    ])
  func unknown(typed: String, refusal: String) {
    let words = typed.split(separator: " ").map(String.init)
    #expect(throws: UsageError(refusal)) { try CommandWords.ordered(words) }
  }
}
