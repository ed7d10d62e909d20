import Testing

@Suite("Replacement of plugins under HTTP clients", .timeLimit(.minutes(3)))
struct ReloadTests {
  @Test("No HTTP request is lost or fails when a plugin is replaced")
  func requests() async throws {
    let site = try await TestInstallation()
    let outcome = try await site.shell.bash(
      """
      set -e
      coproc CLIENTS { \(TestInstallation.python()) \(TestInstallation.script("http_clients/hammer.py")) \(site.url) \(site.key); }
      read -r said <&${CLIENTS[0]}; test $said = begun
      for turn in 1 2 3 4 5; do
        for plugin in keys users workspaces auth orgs; do
          steward plugin reload $plugin > /dev/null
        done
      done
      exec {input}>&${CLIENTS[1]}- {output}<&${CLIENTS[0]}-
      exec {input}>&-
      cat <&$output
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let counted = try #require(
      outcome.output.firstMatch(of: /([0-9]+) responses, ([0-9]+) failures/), "\(outcome.output)")
    #expect(Int(counted.output.1) ?? 0 > 100)
    #expect(counted.output.2 == "0", "\(outcome.output)")
    try await site.end()
  }

  @Test("An event stream ends with its gateway, and continues in the next without loss or repeat")
  func events() async throws {
    let site = try await TestInstallation()
    // The token of a caller who may watch the whole installation.
    let token = try #require(try await site.logIn()["access_token"])
    let turns = 8
    let outcome = try await site.shell.bash(
      """
      set -e
      coproc READER { \(TestInstallation.python()) \(TestInstallation.script("http_clients/follow.py")) \
        \(site.url) \(token) workspace.archived; }
      exec {reader}<&${READER[0]}
      id=$(steward workspaces create Room --output id)
      for turn in {1..\(turns)}; do
        read -r said <&$reader; test $said != Traceback
        steward workspaces update $id --name Room-$turn > /dev/null
        steward plugin reload gateway > /dev/null &
        steward workspaces update $id --tag turn=$turn > /dev/null
        wait $!
      done
      steward workspaces archive $id > /dev/null
      cat <&$reader
      steward status --output json
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let seen = outcome.lines.last { $0.first?.isNumber == true } ?? ""
    let revisions = seen.split(separator: " ").compactMap { Int($0) }
    try #require(revisions.count > 2 * turns)
    #expect(revisions == Array(1...revisions.count))
    try await site.end()
  }
}
