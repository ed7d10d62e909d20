import Foundation
import Testing

@Suite("Guarantees for operators and scripts")
struct OperatorTests {
  private static let mark = "\u{FEFF}"

  let shell: Shell

  init() throws { shell = try Shell() }

  @Test("A host that is started with closed descriptors opens nothing else in their place")
  func closedDescriptors() async throws {
    try await shell.begin()
    let outcome = try await shell.bash(
      """
      steward serve --no-http <&- >&- 2>&- &
      until steward status --check > /dev/null 2>&1; do :; done
      readlink /proc/$!/fd/0 /proc/$!/fd/1 /proc/$!/fd/2
      kill $!; wait $!; echo $?
      steward status >&-; echo $?
      """)
    #expect(outcome.lines == ["/dev/null", "/dev/null", "/dev/null", "0", "74"])
  }

  @Test("steward status tells scripts if a host runs, without details of its own process")
  func status() async throws {
    try await shell.begin()
    let none = try await shell.object("status")
    #expect(none["running"] as? Bool == false)
    for field in ["pid", "started_at", "socket"] { #expect(none[field] == nil, "\(field)") }
    let check = try await shell.steward("status", "--check")
    #expect(check.status == 24 && check.errors.contains("No host runs"))
    let daemon = try await Daemon(shell)
    #expect(try await shell.steward("status", "--check").status == 0)
    let one = try await shell.object("status")
    #expect(one["running"] as? Bool == true && one["pid"] as? Int == Int(daemon.pid))
    #expect(try await daemon.stop() == 0)
  }

  @Test("A credential in the environment or a file may have white space around it")
  func spacedToken() async throws {
    let outcome = try await shell.bash(
      """
      \(Self.initialize)
      key=$(sed -n 's/.*"admin_key": "\\(.*\\)".*/\\1/p' made)
      STEWARD_TOKEN=" $key
      " steward auth whoami -o json | grep -c admin_key
      printf '\(Self.mark) \\t%s \\r\\n' "$key" > token
      steward auth whoami -o json --token-file token | grep -c admin_key
      """)
    #expect(outcome.lines.count == 2 && !outcome.lines.contains("0"), "\(outcome.errors)")
  }

  @Test("A byte order mark is not part of any text that is read")
  func byteOrderMark() async throws {
    let outcome = try await shell.bash(
      """
      \(Self.initialize)
      printf '\(Self.mark){"method": "Orgs/List"}\\n' | steward batch | grep -c response
      printf '\(Self.mark)kind: organization\\nname: Other\\n' > m.yaml
      steward apply -f m.yaml -o id | wc -l
      printf '\(Self.mark){"limit": 1}' > request
      steward call Orgs/List -d @request | grep -c has_more
      printf '\(Self.mark)correct horse battery staple' > pw2
      steward auth login --email ada@acme.test --password-file pw2 -q > /dev/null; echo $?
      """)
    #expect(outcome.lines == ["1", "1", "1", "0"], "\(outcome.output)\(outcome.errors)")
  }

  @Test("An apply that prints only ids also reports refused objects with place and reason")
  func refusedApply() async throws {
    let manifest = "kind: workspace\norganization: Nowhere\nname: prod\n"
    let outcome = try await shell.steward("apply", "-f", "-", "-o", "id", input: manifest)
    #expect(outcome.status == 19 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(/stdin:1: [A-Z_]+: .*Nowhere/), "\(outcome.errors)")
  }

  @Test("An empty manifest is refused and prunes nothing")
  func emptyManifest() async throws {
    let id = try await shell.steward(
      "apply", "-f", "-", "-o", "id", input: "kind: organization\nname: Acme\n")
    #expect(id.status == 0)
    for input in ["", "# nothing\n", "---\n", "[]"] {
      let outcome = try await shell.steward(
        "apply", "-f", "-", "--prune", "--allow-deletes", "9", input: input)
      #expect(outcome.status == 19 && outcome.errors.contains("The manifest is empty"))
    }
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == id.lines)
  }

  @Test("A creation of something that exists ends with ALREADY_EXISTS, and names it")
  func already() async throws {
    let outcome = try await shell.bash(
      """
      \(Self.initialize)
      org=$(steward orgs list -o id)
      for i in 1 2; do steward users invite --org $org eve@acme.test --role user -q -o id > /dev/null; echo $?; done
      steward users add --org $org ada@acme.test --role user -q > /dev/null; echo $?
      """)
    #expect(outcome.lines == ["0", "16", "16"], "\(outcome.errors)")
    #expect(outcome.errors.contains("invite_"))
  }

  @Test("On an unclaimed installation, steward orgs list names steward init as the next step")
  func unclaimed() async throws {
    try await shell.begin()
    #expect(try await shell.steward("orgs", "list").errors.contains("steward init"))
  }

  @Test("The error about a missing password names the option that is missing")
  func missingOption() async throws {
    let outcome = try await shell.bash(
      """
      \(Self.initialize)
      steward auth login --email ada@acme.test --password-file pw -q > /dev/null
      steward auth password --session --password-file pw
      """)
    #expect(outcome.errors.contains("add --new-password-file FILE"), "\(outcome.errors)")
  }

  private static let initialize = """
    echo 'correct horse battery staple' > pw; chmod 600 pw
    steward init --org Acme --name Ada --email ada@acme.test --password-file pw -q -o json > made
    """
}
