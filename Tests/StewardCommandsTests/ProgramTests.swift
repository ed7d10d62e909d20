import Testing

@testable import StewardCommands

@Suite("Runs of the program")
struct ProgramTests {
  let recorder = Recorder()

  private func run(_ line: String) async -> Int32 {
    let words = line.split(separator: " ").map(String.init)
    return await Program(arguments: words, session: recorder.session()).run()
  }

  @Test("The program prints its version")
  func version() async {
    #expect(await run("--version") == 0)
    #expect(recorder.output == "0.1.0\n")
  }

  @Test(
    "The program prints help for help, for a group of commands and for a topic",
    arguments: [
      "help", "--help", "help orgs", "orgs", "orgs --help", "help orgs create", "help exit-codes",
      "",
    ])
  func help(line: String) async {
    #expect(await run(line) == 0)
    #expect(!recorder.output.isEmpty)
    #expect(recorder.errors == "")
  }

  @Test(
    "A wrong command line ends with 64, and with an error on standard error only",
    arguments: [
      ("frobnicate", "There is no command 'frobnicate'"),
      ("orgs lsit", "Did you mean 'list'?"),
      ("workspaces delete wrkspc_2", "workspaces are archived, not deleted"),
      ("orgs list --limit 0", "--limit must be 1 to 1000, not 0"),
      ("orgs list --limit -5", "--limit must be 1 to 1000, not -5"),
      ("orgs list --after a --before b", "opposite directions"),
      ("orgs get", "Missing expected argument '<id>'"),
      ("orgs list --frob", "Unknown option '--frob'"),
      ("orgs list -o xml", "xml"), ("orgs list --timeout 10", "10"),
      ("watch --from -1", "--from must be at least 1, not -1"),
      ("plugin logs orgs --tail -1", "--tail must be at least 1, not -1"),
      ("call Orgs", "Orgs"), ("call Orgs/List -o table", "call prints json, jsonl or yaml"),
      ("completions tcsh", "tcsh"),
      ("orgs delete 0198c0de-0000-7000-8000-000000000001", "add --confirm NAME"),
    ])
  func usage(line: String, refusal: String) async {
    #expect(await run(line) == 64)
    #expect(recorder.output == "")
    #expect(recorder.errors.hasPrefix("error: "))
    #expect(recorder.errors.contains(refusal))
  }

  @Test("A usage error is JSON if JSON is requested", arguments: ["-o json", "--output=jsonl"])
  func json(option: String) async {
    #expect(await run("orgs get wrkspc_2 \(option)") == 64)
    #expect(recorder.errors.hasPrefix(#"{"error":{"code":"USAGE""#))
  }

  @Test("The program prints the completions of each shell", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) async {
    #expect(await run("completions \(shell)") == 0)
    #expect(recorder.output.contains("workspaces"))
  }
}
