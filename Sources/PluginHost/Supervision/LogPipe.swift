internal import Glibc
internal import HostProtos
internal import Platform
internal import Synchronization
internal import WellKnownTypes

/// A pipe from which the host reads what a plugin prints, and keeps it as lines of the plugin's
/// log.
final class LogPipe: Sendable {
  /// A longer line loses its tail: a plugin that prints without newlines can't make the host hold
  /// all of it.
  static let maximumLineLength = 16 * 1024

  private struct State {
    var splitter = LineSplitter(limit: LogPipe.maximumLineLength)
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
      log(state.withLock { $0.splitter.logLines(completedBy: chunk[..<count]) })
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
      return state.splitter.last()?.logText
    }
    log(last.map { [$0] } ?? [])
  }

  private func log(_ lines: [String]) {
    for line in lines {
      ring.append(LogLine(time: .now, source: source, text: line, pid: pid))
    }
  }
}

extension LineSplitter {
  /// Returns the lines that the next bytes complete, as a log shows them.
  mutating func logLines(completedBy bytes: ArraySlice<UInt8>) -> [String] {
    append(bytes)
    var lines: [String] = []
    while let line = next() { lines.append(line.logText) }
    return lines
  }
}

extension LineSplitter.Line {
  static let cutMark = " … (cut)"

  /// The line as a log shows it.
  var logText: String {
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    // Logs are text for people: bytes that aren't UTF-8 are repaired, since refusing them would
    // hide them. A message can't contain a NUL.
    let text = String(decoding: bytes, as: UTF8.self).replacing("\0", with: "␀")
    return isCut ? text + Self.cutMark : text
  }
}
