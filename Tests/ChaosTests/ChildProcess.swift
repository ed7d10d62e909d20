import Dispatch
import Glibc

/// A child process. The tests start and kill hundreds of them.
struct ChildProcess: Sendable {
  struct Failure: Error {
    let step: String
    let errno: Int32
  }

  let pid: Int32
  private let exit: Task<Int32, Never>

  /// Starts a program whose standard output and standard error go to files.
  init(
    _ program: String, _ arguments: [String], environment: [String], output: String, errors: String
  )
    throws
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The child must not get descriptors that other tests have open at the moment.
    for descriptor in 3..<1024 as Range<Int32> {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([program] + arguments).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var child: pid_t = 0
    let result = posix_spawn(&child, program, &actions, nil, &arguments, &environment)
    guard result == 0 else { throw Failure(step: "posix_spawn", errno: result) }
    let started = child
    pid = started
    exit = Task {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: Self.awaitEnd(of: started)) }
      }
    }
  }

  /// The exit status, or 128 plus the signal that ended the process. Waits for its end.
  var status: Int32 { get async { await exit.value } }

  private static func awaitEnd(of pid: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
