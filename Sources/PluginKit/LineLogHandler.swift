public import Logging
internal import ProtobufRuntime

/// Writes each log message as one line to standard error, where the host captures it.
///
/// The host knows the time and the plugin; so a line is level, label, message and metadata:
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

  /// Returns the line without its end.
  func line(
    _ level: Logger.Level, _ message: Logger.Message, _ own: Logger.Metadata?
  ) -> String {
    let all = metadata.merging(own ?? [:]) { $1 }
    let fields = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let tail = fields.isEmpty ? "" : " [\(fields.joined(separator: ", "))]"
    return Self.onOneLine("\(level) \(label): \(message)\(tail)")
  }

  /// A line break inside a message would look like a second message, and a terminal may obey other
  /// characters of it.
  private static func onOneLine(_ text: String) -> String {
    (text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text)
      .singleLine
  }
}
