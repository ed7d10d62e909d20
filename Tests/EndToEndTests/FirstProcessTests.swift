import Foundation
import Testing

/// Whether this machine can create a container, as far as processes are concerned.
private let canSeparate: Bool = {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["unshare", "--pid", "--fork", "true"]
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()

@Suite("Steward as the first process of a container", .enabled(if: canSeparate))
struct FirstProcessTests {
  let shell: Shell

  init() async throws { shell = try Shell() }

  /// Runs `steward` as the first process, with an orphan that it inherits. In the script,
  /// `container` is the process around it, and `first` is `steward` itself, as seen from outside.
  private func contain(_ arguments: String, _ script: String) async throws -> Outcome {
    try await shell.bash(
      """
      mkfifo life said
      unshare --pid --fork --kill-child bash -c '
        (bash -c "exec 9>life; read < <(sleep 0.2)" &)
        exec steward \(arguments)' 2> said &
      container=$!
      exec 8< said
      read -d "" < life
      first=$(pgrep -P $container)
      \(script)
      """)
  }

  @Test("As the first process, steward reaps orphans, passes signals on, and ends as the host does")
  func reaps() async throws {
    let outcome = try await contain(
      "serve --no-http",
      """
      # A signal that comes before the host serves ends it at once.
      while read -r line <&8; do [[ $line == "listening on"* ]] && break; done
      zombies() {
        for child in $(cat /proc/$first/task/$first/children); do
          grep -s '^State:.*Z' /proc/$child/status
        done
      }
      # The bound is for the case that the orphan stays.
      for try in $(seq 500); do
        [ -z "$(zombies)" ] && break
        sleep 0.02
      done
      zombies
      steward call Orgs/List -q > listed && echo served
      kill -TERM $first
      wait $container
      echo "ended with $?"
      """)
    #expect(outcome.output == "served\nended with 0\n", "\(outcome.errors)")
  }

  @Test("As the first process, a command ends with its own status, and its output arrives")
  func command() async throws {
    let outcome = try await shell.bash(
      """
      unshare --pid --fork steward orgs nonsense; echo "ended with $?"
      unshare --pid --fork steward --version
      """)
    #expect(outcome.output.hasPrefix("ended with 64\n"), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 2)
  }
}
