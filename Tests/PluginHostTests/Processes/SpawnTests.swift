import CSpawn
import Glibc
import HostProtos
import Platform
import Testing

@testable import PluginHost

@Suite("A plugin's process")
struct SpawnTests {
  private let folder = Folder()
  private let log = LogRing()

  /// Runs a shell script as a plugin, and returns how it ended.
  private func run(_ script: String, inheriting: [Int32] = []) async throws -> ExitCause {
    let file = try folder.write("run", "#!/bin/sh\n\(script)\n", executable: true)
    return try await run(executable: file, inheriting: inheriting)
  }

  private func run(
    executable: String, directory: String? = nil, inheriting: [Int32] = []
  ) async throws -> ExitCause {
    try await run(
      try VerifiedExecutable(executable, hashing: false), directory: directory,
      inheriting: inheriting)
  }

  private func run(
    _ executable: VerifiedExecutable, directory: String? = nil, inheriting: [Int32] = []
  ) async throws -> ExitCause {
    let program = PluginProcess.Program(
      executable: executable, arguments: ["one", "two words"],
      directory: directory ?? folder.path, environment: ["PATH=/usr/bin:/bin", "A=b c"],
      inherited: inheriting)
    let (ends, end) = AsyncStream<ExitCause>.makeStream()
    let frames = try await start(program) { end.yield($0) }
    defer {
      close(frames.reading)
      close(frames.writing)
    }
    var iterator = ends.makeAsyncIterator()
    return try #require(await iterator.next())
  }

  @Supervision
  private func start(
    _ program: PluginProcess.Program, _ ended: @escaping @Supervision @Sendable (ExitCause) -> Void
  ) throws -> (reading: Int32, writing: Int32) {
    try PluginProcess(program, log: log, ended: ended).frames
  }

  private var output: [String] { log.last().map(\.text) }

  @Test(
    "The exit status and the signal of a process are distinguished",
    arguments: [
      ("exit 0", ExitCause.exited(status: 0)), ("exit 3", .exited(status: 3)),
      ("kill -9 $$", .signalled(9)), ("kill -15 $$", .signalled(15)),
    ])
  func ends(script: String, cause: ExitCause) async throws {
    #expect(try await run(script) == cause)
  }

  @Test(
    "The description of an end has the exit status or the name of the signal",
    arguments: [
      (ExitCause.exited(status: 3), "exit status 3"), (.signalled(9), "signal 9 (SIGKILL)"),
      (.signalled(11), "signal 11 (SIGSEGV)"), (.signalled(40), "signal 40"),
    ])
  func descriptions(cause: ExitCause, text: String) {
    #expect(cause.description == text)
  }

  @Test("The last output of a process is logged by stream, even without a newline")
  func lastWords() async throws {
    _ = try await run("echo out; echo err >&2; printf last")
    let lines = Set(log.last().map { "\($0.source == "stderr" ? "err" : "out"): \($0.text)" })
    #expect(lines == ["out: out", "err: err", "out: last"])
  }

  @Test("A process gets its arguments, folder, a clean environment and default signals")
  func environment() async throws {
    _ = try await run(
      """
      # A script is read from the descriptor that was judged.
      echo "$0|$1|$2"; pwd; env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD= | sort
      grep -E '^Sig(Ign|Blk)|^NoNewPrivs' /proc/self/status
      """)
    #expect(
      output == [
        "/dev/fd/5|one|two words", folder.path, "A=b c", "PATH=/usr/bin:/bin",
        "SigBlk:\t0000000000000000", "SigIgn:\t0000000000000000", "NoNewPrivs:\t1",
      ])
  }

  @Test(
    "A script has descriptors 0 to 4 and itself, and no other that the host has open by accident"
  )
  func descriptors() async throws {
    let stray = open("/dev/zero", O_RDONLY)
    defer { close(stray) }
    // The shell itself keeps its script open, and `ls` keeps the listed folder open.
    _ = try await run("ls -l /proc/self/fd | sed -n 's/.* \\([0-9]*\\) -> /\\1 /p'")
    let kinds = output.map { $0.replacing(#/[0-9]+\]/#, with: "]") }
    #expect(
      Array(kinds.prefix(5)) == ["0 /dev/null", "1 pipe:[]", "2 pipe:[]", "3 pipe:[]", "4 pipe:[]"])
    #expect(!kinds.contains { $0.contains("/dev/zero") })
  }

  @Test("Inherited descriptors are at 5 and after, in order, whatever their numbers in the host")
  func inherited() async throws {
    let files = [open("/dev/zero", O_RDONLY), open("/dev/full", O_RDONLY)]
    defer { for file in files { close(file) } }
    // The maximum number of descriptors. The host's own numbers are among their places in the
    // child.
    let most = (0..<64).map { files[($0 + 1) % 2] }
    _ = try await run("ls -l /proc/$$/fd | sed -n 's/.* \\([0-9]*\\) -> /\\1 /p'", inheriting: most)
    let places = Set(output.filter { $0.contains("/dev/zero") || $0.contains("/dev/full") })
    #expect(places == Set((5..<69).map { "\($0) \($0 % 2 == 1 ? "/dev/full" : "/dev/zero")" }))
  }

  @Test("A process can't inherit more descriptors than there are places")
  func tooMany() async throws {
    await #expect {
      _ = try await run("exit 0", inheriting: Array(repeating: 0, count: 65))
    } throws: { "\($0)" == "placing its descriptors: Too many open files" }
  }

  @Test("A script that replaces a verified script is not executed")
  func swappedScript() async throws {
    let file = try folder.write("run", "#!/bin/sh\necho judged\n", executable: true)
    let judged = try VerifiedExecutable(file, hashing: true)
    try folder.write("other", "#!/bin/sh\necho swapped\n", executable: true)
    try #require(rename("\(folder.path)/other", file) == 0)
    _ = try await run(judged)
    #expect(output == ["judged"])
    _ = try await run(executable: file)
    #expect(output == ["judged", "swapped"])
  }

  @Test("A program that replaces a verified program is not executed")
  func swappedProgram() async throws {
    let file = "\(folder.path)/run"
    try Folder.install("/bin/true", as: file)
    let judged = try VerifiedExecutable(file, hashing: true)
    try Folder.install("/bin/false", as: "\(folder.path)/other")
    try #require(rename("\(folder.path)/other", file) == 0)
    #expect(try await run(judged) == .exited(status: 0))
    #expect(try await run(executable: file) == .exited(status: 1))
  }

  @Test("A process has a session of its own, so Ctrl-C in the terminal doesn't reach it")
  func session() async throws {
    _ = try await run("cut -d ' ' -f 1,6 /proc/$$/stat")
    let numbers = output.first?.split(separator: " ") ?? []
    #expect(numbers.count == 2 && numbers[0] == numbers[1])
  }

  @Test("A process can leave no core, neither as a file nor for a collector of cores")
  func core() async throws {
    _ = try await run("grep '^Max core' /proc/$$/limits | tr -s ' '")
    #expect(
      ["Max core file size 1 1 bytes ", "Max core file size 0 0 bytes "].contains(output.first))
  }

  @Test("The error of a process that can't be started names the failed step")
  func failures() async throws {
    let text = try folder.write("text", "neither program nor script", executable: true)
    await #expect {
      _ = try await run(executable: text)
    } throws: { "\($0)" == "executing \(text): Exec format error" }
    let script = try folder.write("run", "#!/bin/sh\n", executable: true)
    await #expect {
      _ = try await run(executable: script, directory: "/nowhere")
    } throws: { "\($0)" == "changing to /nowhere: No such file or directory" }
  }

  @Test("The part of the host's environment that a program needs is passed on")
  func environment() {
    let host = [
      "PATH": "/bin", "LC_ALL": "C", "LANG": "en", "TZ": "UTC", "SECRET": "x", "HOME": "/",
    ]
    #expect(
      EnvironmentVariables.ofChild(from: host)
        == ["LANG=en", "LC_ALL=C", "PATH=/bin", "SWIFT_BACKTRACE=enable=no", "TZ=UTC"])
    #expect(
      EnvironmentVariables.ofChild(from: [:]) == [
        "PATH=/usr/local/bin:/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no",
      ])
  }
}
