internal import CSpawn
internal import Glibc
internal import Platform
internal import Status

/// A program that is run to process bytes from its standard input.
struct PipedCommand: Sendable {
  /// The maximum length of the input. The kernel buffers that many bytes in a pipe, whether or not
  /// the program reads.
  static let maximumBytes = 4096

  private let words: [String]

  /// - Parameter words: The absolute path of the program, and its arguments.
  init(_ words: [String]) { self.words = words }

  /// Runs the program, and waits until it has ended successfully. Blocks the thread. Kills a
  /// program that takes too long.
  ///
  /// - Throws: ``HostError``, which says how the program failed.
  func run(reading input: [UInt8], within patience: Duration) throws {
    precondition(input.count <= Self.maximumBytes, "the writer would wait for the reader")
    // The pipe is closed before the wait, so that the program sees the end of its input.
    let pid = try start(reading: input)
    try wait(for: pid, within: patience)
  }

  private func start(reading input: [UInt8]) throws -> pid_t {
    let pipe = try pipe()
    let pid = try start(readingFrom: pipe.reading.number)
    // A program that reads nothing says by its exit status whether that is a failure.
    try? input.writeAll(to: pipe.writing.number)
    return pid
  }

  private func pipe() throws -> Pipe {
    do throws(SystemError) {
      return try Pipe()
    } catch {
      throw failed(error.description)
    }
  }

  private func start(readingFrom descriptor: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The host ignores signals that other programs rely on, so the program gets the defaults.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = CStrings(words)
    let environment = CStrings(EnvironmentVariables.ofChild())
    var pid: pid_t = 0
    let error = withExtendedLifetime((arguments, environment)) {
      posix_spawn(
        &pid, words[0], &actions, &attributes, arguments.pointers, environment.pointers)
    }
    guard error == 0 else { throw failed(SystemError.text(error)) }
    return pid
  }

  /// Waits until the program ends, and reaps it. Until then, no other process gets its number.
  private func wait(for pid: pid_t, within patience: Duration) throws {
    let descriptor = steward_open_process(pid)
    defer { if descriptor >= 0 { close(descriptor) } }
    var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(clamping: patience.components.seconds * 1000)
    let isLate = poll(&event, 1, milliseconds) == 0
    if isLate { kill(pid, SIGKILL) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    guard !isLate else { throw failed("it took longer than \(patience.components.seconds) s") }
    guard status == 0 else { throw failed(Self.description(of: status)) }
  }

  private static func description(of status: Int32) -> String {
    status & 0x7F == 0 ? "exit status \((status >> 8) & 0xFF)" : "signal \(status & 0x7F)"
  }

  private func failed(_ problem: String) -> HostError {
    HostError(reason: "COMMAND_FAILED", "The command \(words[0]) failed: \(problem).")
  }
}
