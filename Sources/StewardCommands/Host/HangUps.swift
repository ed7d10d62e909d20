internal import Dispatch
internal import Glibc

/// The SIGHUP signals of a daemon. A signal asks the daemon to read its files again, or to end if
/// the terminal that started the daemon is gone.
final class HangUps: Sendable {
  /// The meaning of one signal.
  enum Meaning: Hashable, Sendable {
    case reload, terminalGone
  }

  /// The meaning of each signal from now on. The stream ends when this object is released.
  let meanings: AsyncStream<Meaning>
  private let continuation: AsyncStream<Meaning>.Continuation
  /// Only `init` and `deinit` use it, so two threads never use it at the same time.
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

  /// Whether the program was started to outlive its terminal, as with nohup(1).
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
