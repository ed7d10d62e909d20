internal import Dispatch
internal import Glibc
internal import Synchronization

/// The program that reads our standard output through a pipe.
///
/// A command that follows a stream writes rarely, and would notice only at its next write that its
/// reader has left: `steward watch | head -1` would run until the second event.
final class OutputReader: Sendable {
  private struct State {
    var isGone = false
    var onGone: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Whether the reader has left.
  var isGone: Bool { state.withLock(\.isGone) }

  /// Calls `action` when the reader of the descriptor leaves, or at once if it has already left.
  func onGone(of descriptor: Int32 = STDOUT_FILENO, _ action: @escaping @Sendable () -> Void) {
    state.withLock { $0.onGone = action }
    // The wait takes a thread as long as the process lives. Only commands that follow a stream pay
    // for it.
    DispatchQueue(label: "steward.output").async { self.wait(for: descriptor) }
  }

  private func wait(for descriptor: Int32) {
    // No event is requested, so only a closed other end is reported.
    var entry = pollfd(fd: descriptor, events: 0, revents: 0)
    while poll(&entry, 1, -1) < 0 {
      guard errno == EINTR else { return }
    }
    guard entry.revents & Int16(POLLERR) != 0 else { return }
    let action = state.withLock { state in
      state.isGone = true
      return state.onGone
    }
    action?()
  }
}
