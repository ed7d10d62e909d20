internal import CSpawn
internal import Glibc
internal import Platform

/// A plugin's process: its end, its signals and the descriptors that lead to it.
///
/// It belongs to the supervision thread, on which it must be started. The frame pipes belong to the
/// caller that takes them. Everything else is closed when the process has ended.
@Supervision
final class PluginProcess {
  struct Program: Sendable {
    var executable: VerifiedExecutable
    var arguments: [String]
    var directory: String
    var environment: [String]
    /// The descriptors that the process inherits, numbered from ``firstInherited`` on. The caller
    /// still owns them.
    var inherited: [Int32] = []
  }

  /// The number of the first inherited descriptor in the process.
  nonisolated static var firstInherited: Int32 { Int32(steward_first_further) }

  nonisolated let pid: Int32
  /// The descriptors from which the host reads the plugin's frames, and to which it writes its own.
  nonisolated let frames: (reading: Int32, writing: Int32)
  private let pidfd: Int32
  private var logs: [LogPipe] = []
  private var hasEnded = false
  /// What the process had used when it ended.
  private(set) var lastReading: ProcessReading?

  /// Starts a process. `ended` is called once, on the supervision thread, when the process has been
  /// reaped and its last output was logged.
  init(
    _ program: Program, log: LogRing, ended: @escaping @Supervision @Sendable (ExitCause) -> Void
  ) throws(SpawnFailure) {
    let incoming = try Self.pipe()
    let outgoing = try Self.pipe()
    let output = try Self.pipe()
    let errors = try Self.pipe()
    let started = try Self.spawn(
      program, framesIn: incoming.reading.number, framesOut: outgoing.writing.number,
      output: output.writing.number, errors: errors.writing.number)
    pid = started.pid
    pidfd = started.pidfd
    frames = (outgoing.takeReading(), incoming.takeWriting())
    logs = [
      LogPipe(output.takeReading(), source: "stdout", pid: pid, ring: log),
      LogPipe(errors.takeReading(), source: "stderr", pid: pid, ring: log),
    ]
    SupervisionThread.shared.watch(pidfd) { [self] in
      Task { @Supervision in self.reap(ended) }
    }
  }

  func signal(_ number: Int32) {
    guard !hasEnded else { return }
    _ = steward_signal(pidfd, number)
  }

  /// Kills a process that was given nothing, and closes the pipes that would have led to it.
  func abandon() {
    signal(SIGKILL)
    close(frames.reading)
    close(frames.writing)
  }

  private func reap(_ ended: @Supervision @Sendable (ExitCause) -> Void) {
    guard !hasEnded else { return }
    // The kernel forgets what the process has used once it is reaped.
    let reading = ProcessReading(endOf: pid)
    let exit = steward_reap(pidfd)
    guard exit.ended != 0 else { return }
    hasEnded = true
    lastReading = reading
    SupervisionThread.shared.forget(pidfd)
    close(pidfd)
    for log in logs { log.finish() }
    logs = []
    ended(exit.signalled != 0 ? .signalled(exit.value) : .exited(status: exit.value))
  }
}

extension PluginProcess {
  private static func pipe() throws(SpawnFailure) -> Pipe {
    do throws(SystemError) {
      return try Pipe()
    } catch {
      throw SpawnFailure(step: "creating a pipe", error: error.code)
    }
  }

  private static func spawn(
    _ program: Program, framesIn: Int32, framesOut: Int32, output: Int32, errors: Int32
  ) throws(SpawnFailure) -> (pid: Int32, pidfd: Int32) {
    let arguments = CStrings([program.executable.path] + program.arguments)
    let environment = CStrings(program.environment)
    let result = program.directory.withCString { directory in
      program.inherited.withUnsafeBufferPointer { inherited in
        var request = steward_spawn_request(
          program: program.executable.descriptor, arguments: arguments.pointers,
          environment: environment.pointers, directory: directory, standard_output: output,
          standard_error: errors, frames_in: framesIn, frames_out: framesOut,
          further: inherited.baseAddress, further_count: Int32(inherited.count))
        return steward_spawn(&request)
      }
    }
    guard result.failed_step == steward_spawn_step_none else {
      throw SpawnFailure(
        step: name(of: result.failed_step, in: program), error: result.error)
    }
    return (result.pid, result.pidfd)
  }

  private static func name(of step: steward_spawn_step, in program: Program) -> String {
    switch step {
    case steward_spawn_step_execute: program.executable.execution
    case steward_spawn_step_directory: "changing to \(program.directory)"
    case steward_spawn_step_descriptors: "placing its descriptors"
    case steward_spawn_step_isolate: "isolating the process"
    default: "creating a process"
    }
  }
}

/// A NULL-terminated array of C strings, which is valid for the lifetime of this object.
final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[count] = nil
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
