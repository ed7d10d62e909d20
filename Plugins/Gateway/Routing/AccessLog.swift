import HTTPTypes
import Hummingbird
import Platform
import PluginKit
import Synchronization

/// A log with a line for each request: what the client requested, what the response was, and how
/// long it took.
///
/// A line never contains the query, a header or a body, because these may contain secrets and
/// people's addresses. Lines are gathered for a moment, so that a busy server doesn't write them
/// one at a time.
final class AccessLog: Sendable {
  /// Which requests are logged.
  enum Extent: String, Sendable, CaseIterable {
    case all, failures, none
  }

  /// Lines are written when they have this many bytes, or after ``delay``.
  private static let full = 16 << 10
  private static let delay = Duration.milliseconds(50)

  private let extent: Extent
  private let write: @Sendable (String) -> Void
  private let gathered = Mutex("")

  init(_ extent: Extent, write: @escaping @Sendable (String) -> Void = StandardError.write) {
    self.extent = extent
    self.write = write
  }

  /// Adds the line of a response.
  func note(
    _ request: Request, _ response: Response, as id: RequestID, from client: IPAddress,
    after duration: Duration
  ) {
    guard extent == .all || (extent == .failures && response.status.code >= 400) else { return }
    let line =
      "\(client) \(request.method.rawValue) \(request.uri.path.singleLine) \(response.status.code) "
      + "\(duration.microseconds)us \(id)\n"
    add(line)
  }

  /// Writes the gathered lines.
  func flush() {
    let lines = gathered.withLock { gathered in
      defer { gathered = "" }
      return gathered
    }
    if !lines.isEmpty { write(lines) }
  }

  private func add(_ line: String) {
    let (isFirst, isFull) = gathered.withLock { gathered in
      defer { gathered += line }
      return (gathered.isEmpty, gathered.utf8.count + line.utf8.count >= Self.full)
    }
    if isFull { return flush() }
    guard isFirst else { return }
    Task {
      try? await Task.sleep(for: Self.delay)
      flush()
    }
  }
}

extension String {
  /// The string without characters that could look like another line, shortened to a sensible
  /// length.
  fileprivate var singleLine: String {
    let most = 200
    let short = utf8.count > most ? prefix(most) + "..." : self[...]
    return short.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
      ? String(short)
      : String(
        short.unicodeScalars.map { $0.value > 0x20 && $0.value < 0x7f ? Character($0) : "?" })
  }
}

extension Duration {
  fileprivate var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
