import Logging
import Synchronization

/// The text of the gateway's logs.
final class LogText: Sendable {
  private let kept = Mutex("")

  var text: String { kept.withLock { $0 } }

  var logger: Logger {
    var logger = Logger(label: "test") { [self] _ in Handler(text: self) }
    logger.logLevel = .trace
    return logger
  }

  func add(_ more: String) { kept.withLock { $0 += more } }

  private struct Handler: LogHandler {
    let text: LogText
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      text.add("\(event.message) \(metadata) \(event.metadata ?? [:])\n")
    }
  }
}
