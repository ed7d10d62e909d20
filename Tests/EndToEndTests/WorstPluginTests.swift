import Foundation
import Testing

@Suite("Faulty plugins on the command line")
struct WorstPluginTests {
  @Test("A plugin that claims a service of Steward is refused alone, and the error says so")
  func claimedService() async throws {
    let shell = try Shell()
    try await shell.begin()
    try shell.add("thief", service: "steward.orgs.v1.Orgs", "exit 1")
    let list = try await shell.steward("orgs", "list", "--plugin-path", "plugins")
    #expect(list.status == 0, "\(list.errors)")
    let info = try await shell.steward("plugin", "info", "thief", "--plugin-path", "plugins")
    for word in ["failed", "steward.orgs.v1.Orgs", "belongs to a plugin that comes with Steward"] {
      #expect(info.output.contains(word), "\(info.output)")
    }
  }

  @Test("A plugin with the name of a bundled one is refused alone, and the error says so")
  func takenName() async throws {
    let shell = try Shell()
    try await shell.begin()
    try shell.add("orgs", service: "acme.v1.Orgs", "exit 1")
    let list = try await shell.steward("orgs", "list", "--plugin-path", "plugins")
    #expect(list.status == 0, "\(list.errors)")
    let doctor = try await shell.steward("doctor", "--plugin-path", "plugins")
    #expect(doctor.output.contains("is the name of a plugin that comes with Steward"))
  }

  @Test("Without a daemon, a plugin's last output is in the error, and no lost log is named")
  func lastWords() async throws {
    let shell = try Shell()
    try shell.add("bad", service: "test.bad.v1.Bad", "echo 'no database here' >&2; exit 3")
    let outcome = try await shell.steward(
      "call", "test.bad.v1.Bad/Do", "--plugin-path", "plugins")
    #expect(outcome.status == 24)
    #expect(outcome.errors.contains("exit status 3") && outcome.errors.contains("no database here"))
    #expect(!outcome.errors.contains("plugin logs") && !outcome.errors.contains("reload"))
  }

  @Test("The error about a missing interpreter of a plugin names the interpreter")
  func missingInterpreter() async throws {
    let shell = try Shell()
    try shell.add("bad", service: "test.bad.v1.Bad", "", interpreter: "/nowhere/python3 -u")
    let outcome = try await shell.steward(
      "call", "test.bad.v1.Bad/Do", "--plugin-path", "plugins")
    #expect(outcome.status == 24)
    #expect(outcome.errors.contains("its interpreter /nowhere/python3: No such file"))
  }

  @Test("The child processes of a plugin end with it, however it ends")
  func children() async throws {
    for end in ["exec cat <&3 > /dev/null", "exit 1", "kill -9 $$"] {
      let shell = try Shell()
      try shell.add("bad", service: "test.bad.v1.Bad", "sleep 98765 & echo $! > child; \(end)")
      let outcome = try await shell.bash(
        """
        steward call test.bad.v1.Bad/Do --plugin-path plugins; echo $?
        child=$(cat plugins/bad/child)
        # Who has died may not have been reaped yet.
        while [ -e /proc/$child ] && ! grep -q ') Z' /proc/$child/stat; do :; done
        echo gone
        """)
      #expect(outcome.lines == ["24", "gone"], "\(outcome.errors)")
    }
  }

  @Test("Clients wait while no descriptor is free, which is logged once, and are served later")
  func manyClients() async throws {
    let shell = try Shell()
    let outcome = try await shell.bash(
      """
      (ulimit -n 64; exec steward serve --no-http) 2> log &
      until steward status --check > /dev/null 2>&1; do :; done
      cat > many.py <<'END'
      import socket, sys
      def connect():
          client = socket.socket(socket.AF_UNIX)
          client.connect(sys.argv[1])
          return client
      clients = [connect() for _ in range(100)]
      print("connected", flush=True)
      sys.stdin.read()
      END
      coproc python3 many.py "$STEWARD_DATA/steward.sock"
      read -r line <&${COPROC[0]}; echo $line
      until grep -q 'no client can connect' log; do :; done
      kill $COPROC_PID
      until steward status --check > /dev/null 2>&1; do :; done
      grep -c 'no client' log
      kill %1; wait %1; echo $?
      """)
    #expect(outcome.lines == ["connected", "1", "0"], "\(outcome.errors)")
  }

  static let crimes = [
    "exit 1", "exec cat <&3 >/dev/null", #"printf '\377\377\377\377' >&4; exec cat <&3"#,
    #"head -c 100000 /dev/urandom >&4; exec cat <&3"#, "echo Welcome; exit 0", "kill -9 $$",
  ]

  @Test(
    "A plugin that can't communicate ends its call with 24 and leaves no process", arguments: crimes
  )
  func unspeakable(_ crime: String) async throws {
    let shell = try Shell()
    try shell.add("bad", service: "test.bad.v1.Bad", crime)
    let call = try await shell.steward("call", "test.bad.v1.Bad/Do", "--plugin-path", "plugins")
    #expect(call.status == 24, "\(call.errors)")
    #expect(call.errors.contains("bad"), "\(call.errors)")
    #expect(try shell.processes().isEmpty)
  }

  @Test(
    "A killed reader of a stream leaves nothing open in the host",
    .enabled(if: geteuid() == 0, "only root may look into the host"))
  func killedReader() async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell)
    _ = try await shell.id("orgs", "create", "Acme")
    let before = try shell.openFiles(of: daemon.pid)
    let watched = try await shell.bash(
      "coproc steward watch --from 1 -o jsonl; read -r line <&${COPROC[0]}; kill -9 $COPROC_PID; echo $line"
    )
    #expect(watched.output.contains("organization.created"))
    let deadline = ContinuousClock.now + .seconds(20)
    while try shell.openFiles(of: daemon.pid) > before {
      try #require(
        ContinuousClock.now < deadline, "the host keeps what it opened for a dead reader")
      await Task.yield()
    }
    #expect(try await daemon.stop() == 0)
  }

  @Test(
    "A host that a signal asks to stop ends with 0, and leaves nothing behind",
    arguments: [SIGINT, SIGTERM])
  func signals(_ signal: Int32) async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell)
    let id = try await shell.id("orgs", "create", "Acme")
    #expect(try await daemon.stop(by: signal) == 0)
    #expect(try shell.processes().isEmpty)
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == [id])
  }
}

extension Shell {
  /// Adds a plugin that is a shell script, with a long delay before its first restart.
  fileprivate func add(
    _ name: String, service: String, _ script: String, interpreter: String = "/bin/bash"
  ) throws {
    let folder = directory.appendingPathComponent("plugins/\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let manifest = """
      {"name": "\(name)", "version": "1.0.0", "executable": "run", "services": ["\(service)"],
       "restart": {"initial_backoff": "30s"}, "limits": {"start_timeout": "0.2s"}}
      """
    try Data(manifest.utf8).write(to: folder.appendingPathComponent("plugin.json"))
    let program = folder.appendingPathComponent("run")
    try Data("#!\(interpreter)\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
  }

  fileprivate func openFiles(of pid: Int32) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").count
  }

  /// Returns the processes that run in this session's directory or below it.
  fileprivate func processes() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { entry in
      let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(entry)/cwd")
      return folder?.hasPrefix(directory.path) == true
    }
  }
}
