import Foundation
import Testing

@Suite("Files that commands write and read")
struct FileTests {
  let shell: Shell

  init() async throws {
    shell = try Shell()
    try await shell.begin()
  }

  @Test("A pipe that an export is written to stays a pipe, and its reader gets the data")
  func pipe() async throws {
    let outcome = try await shell.bash(
      """
      mkfifo p; cat p > read &
      steward export -q p; echo $?
      wait; head -c 17 read; echo; stat -c %F p
      """)
    #expect(outcome.lines == ["0", "{\"steward_export\"", "fifo"], "\(outcome.errors)")
  }

  @Test("An output link stays a link, and the file that it leads to is replaced as a whole")
  func link() async throws {
    let outcome = try await shell.bash(
      """
      mkdir folder; ln -s folder/real one; ln -s one two
      for command in "export" "backup"; do
        echo old > folder/real
        steward $command -q two || exit
        readlink one two
        grep -c old folder/real
        stat -c %a folder/real
      done
      ls folder
      """)
    let each = ["folder/real", "one", "0", "600"]
    #expect(outcome.lines == each + each + ["real"], "\(outcome.errors)")
  }

  @Test("An export writes to the open file whose path the shell passes")
  func substitution() async throws {
    let outcome = try await shell.bash(
      """
      steward export -q >(head -c 17 > part); wait $!; cat part; echo " $?"
      exec 7> open; steward export -q /dev/fd/7; grep -c steward_export open
      """)
    #expect(
      outcome.lines == ["{\"steward_export\" 0", "1"], "\(outcome.errors)")
  }

  @Test("A backup to a pipe or a folder is refused, and the pipe stays a pipe")
  func wholeOnly() async throws {
    let outcome = try await shell.bash(
      "mkfifo p; for f in p .; do steward backup $f; echo $?; done; stat -c %F p")
    #expect(outcome.lines == ["19", "19", "fifo"])
    #expect(outcome.errors.contains("'p' is not a regular file"))
  }

  @Test(
    "Every command reports a missing file as NOT_FOUND",
    arguments: [
      "import nowhere", "restore nowhere", "batch nowhere", "apply -f nowhere",
      "call Orgs/List -d @nowhere",
      "init --org A --name B --email c@d.test --password-file nowhere",
      "auth login --email c@d.test --password-file nowhere", "orgs list --token-file nowhere",
      "export nowhere/file", "backup nowhere/file",
      "serve --tls-certificate nowhere --tls-key nowhere",
    ])
  func missing(_ command: String) async throws {
    let outcome = try await shell.run(command.split(separator: " ").map(String.init))
    #expect(outcome.status == 15, "\(outcome.errors)")
    #expect(outcome.errors.contains("nowhere"))
  }

  @Test("An export without room for it is RESOURCE_EXHAUSTED, and the old file stays whole")
  func room() async throws {
    let outcome = try await shell.bash(
      """
      echo old > kept
      (ulimit -S -f 0; steward export kept > /dev/null 2>&1); echo $?
      cat kept; ls
      """)
    #expect(outcome.status == 0)
    #expect(outcome.lines.prefix(2) == ["18", "old"], "\(outcome.errors)")
    #expect(!outcome.lines.contains { $0.hasPrefix("kept.") })
  }
}
