internal import Dispatch
internal import Glibc

/// What SIGHUP asks of a daemon: to read its files again, or, when it comes since the terminal that it was
/// started from is gone, to end.
final class HangUps: Sendable {
  /// One such signal.
  enum Meaning: Hashable, Sendable {
    case reload, terminalGone
  }

  /// Each signal, from now on. Ends with this.
  let meanings: AsyncStream<Meaning>
  private let continuation: AsyncStream<Meaning>.Continuation
  /// Not touched after `init`, so that no two threads ever use it.
  private nonisolated(unsafe) let source: (any DispatchSourceSignal)?

  init() {
    (meanings, continuation) = AsyncStream.makeStream(of: Meaning.self)
    guard !Self.isIgnored else {
      source = nil
      return
    }
    let hadTerminal = Self.hasTerminal
    let source = DispatchSource.makeSignalSource(
      signal: SIGHUP, queue: DispatchQueue(label: "steward.hangups"))
    source.setEventHandler { [continuation] in
      continuation.yield(hadTerminal && !Self.hasTerminal ? .terminalGone : .reload)
    }
    source.activate()
    self.source = source
  }

  deinit {
    source?.cancel()
    continuation.finish()
  }

  /// Whether the program was started so as to outlive the terminal, as nohup(1) does.
  private static var isIgnored: Bool {
    var action = sigaction()
    sigaction(SIGHUP, nil, &action)
    return action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
  }

  private static var hasTerminal: Bool {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return false }
    close(terminal)
    return true
  }
}
