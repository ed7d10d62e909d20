internal import Logging
internal import ProtobufRuntime

/// A log handler that writes messages as lines on standard error:
/// `warning: the words (key: value)`.
struct ConsoleLogHandler: LogHandler {
  let console: Console
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let details = values.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    let level = console.errorStyle.paint("\(event.level):", Self.ink(event.level))
    let words = "\(event.message)" + (details.isEmpty ? "" : " (\(details))")
    // If standard error is closed, there is no other place for the message.
    try? console.errors("\(level) \(words.singleLine)\n")
  }

  private static func ink(_ level: Logger.Level) -> Style.Ink? {
    switch level {
    case .error, .critical: .red
    case .warning: .yellow
    default: .dim
    }
  }
}
