public import Logging
internal import ProtobufRuntime

/// A log handler that writes each message as one line to standard error, where the host captures
/// it.
///
/// The host adds the time and the plugin. So a line has the level, the label, the message and the
/// metadata:
///
///     info orgs: Organization created. [id: 018f…]
public struct LineLogHandler: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel: Logger.Level = .info

  private let label: String

  /// Creates the handler of one logger.
  public init(label: String) {
    self.label = label
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    StandardError.write(line(event.level, event.message, event.metadata) + "\n")
  }

  /// Returns the line without the line break at its end.
  func line(
    _ level: Logger.Level, _ message: Logger.Message, _ own: Logger.Metadata?
  ) -> String {
    let all = metadata.merging(own ?? [:]) { $1 }
    let fields = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let tail = fields.isEmpty ? "" : " [\(fields.joined(separator: ", "))]"
    return Self.onOneLine("\(level) \(label): \(message)\(tail)")
  }

  /// Returns the text on one line. A line break inside a message would look like a second message,
  /// and a terminal may obey other control characters in it.
  private static func onOneLine(_ text: String) -> String {
    (text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text)
      .singleLine
  }
}
