internal import Glibc
internal import HostProtos
internal import Synchronization

/// A pipe from which the host reads what a plugin prints, and keeps it as lines of the plugin's
/// log.
final class LogPipe: Sendable {
  private struct State {
    var splitter = LineSplitter()
    var isOpen = true
  }

  private let descriptor: Int32
  /// The name of the stream: "stdout" or "stderr".
  private let source: String
  private let pid: Int32
  private let ring: LogRing
  private let state = Mutex(State())

  /// Takes ownership of the descriptor.
  init(_ descriptor: Int32, source: String, pid: Int32, ring: LogRing) {
    self.descriptor = descriptor
    self.source = source
    self.pid = pid
    self.ring = ring
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    SupervisionThread.shared.watch(descriptor) { [self] in readOnce() }
  }

  /// Logs what is still in the pipe and closes it, even if a descendant of the plugin keeps the
  /// other end open.
  func finish() {
    // The number of reads is limited, because such a descendant may write without end.
    for _ in 0..<64 {
      guard readOnce() else { break }
    }
    close()
  }

  /// Reads once. Returns whether there may be more.
  @discardableResult
  private func readOnce() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    guard state.withLock({ $0.isOpen }) else { return false }
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 {
      log(state.withLock { $0.splitter.append(chunk[..<count]) })
      return true
    }
    if count == 0 || (errno != EAGAIN && errno != EINTR) { close() }
    return false
  }

  private func close() {
    let last = state.withLock { state -> String? in
      guard state.isOpen else { return nil }
      state.isOpen = false
      SupervisionThread.shared.forget(descriptor)
      Glibc.close(descriptor)
      return state.splitter.finish()
    }
    log(last.map { [$0] } ?? [])
  }

  private func log(_ lines: [String]) {
    for line in lines {
      ring.append(LogLine(time: .now, source: source, text: line, pid: pid))
    }
  }
}
