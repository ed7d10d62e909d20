/// The reason why a message could not be read, written or translated.
///
/// The error is one word wide, because it is the error type of every step of the hot path.
public struct ProtobufError: Error, Sendable {
  /// The kind of error.
  public enum Kind: Hashable, Sendable {
    /// The bytes are no message of that type.
    case malformed
    /// A text holds a NUL character or is not valid UTF-8.
    case invalidText
    /// Messages are nested deeper than ``ProtobufLimits/depth``.
    case tooDeep
    /// The message would take more memory than its size justifies, or is too long to be encoded.
    case tooLarge
    /// The text is not JSON. ``ProtobufError/line`` and ``ProtobufError/column`` give the place.
    case syntax
    /// An object has a member that is no field of the message.
    case unknownField
    /// The pool has no type with that name.
    case unknownType
    /// The value doesn't fit its field.
    case invalidValue
    /// A name, a member or a field is given twice.
    case duplicate
  }

  private final class Details: Sendable {
    let kind: Kind
    let message: String
    let path: String
    let line: Int?
    let column: Int?

    init(_ kind: Kind, _ message: String, path: String, line: Int?, column: Int?) {
      self.kind = kind
      self.message = message
      self.path = path
      self.line = line
      self.column = column
    }
  }

  private let details: Details

  /// Creates an error about the field at `path`, or about the whole message.
  public init(
    _ kind: Kind, _ message: String, path: String = "", line: Int? = nil, column: Int? = nil
  ) {
    details = Details(kind, message, path: path, line: line, column: column)
  }

  /// The kind of error.
  public var kind: Kind { details.kind }
  /// The problem, without the path.
  public var message: String { details.message }
  /// The path of the wrong field, as `name`, `tags.env` or `data[3].name`, or empty for the whole
  /// message.
  public var path: String { details.path }
  /// The line of the JSON text, counted from 1.
  public var line: Int? { details.line }
  /// The column of the JSON text in characters, counted from 1.
  public var column: Int? { details.column }

  /// Returns the same error for the message that holds `field`. The path begins with `field`.
  public func within(_ field: String) -> ProtobufError {
    let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
    return ProtobufError(
      kind, message, path: field + separator + path, line: line, column: column)
  }

  /// Returns the same error for the list that holds the element at `index`. The path begins with
  /// the index.
  public func within(_ index: Int) -> ProtobufError {
    within("[\(index)]")
  }
}

extension ProtobufError: Hashable {
  public static func == (a: ProtobufError, b: ProtobufError) -> Bool {
    a.kind == b.kind && a.message == b.message && a.path == b.path && a.line == b.line
      && a.column == b.column
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(message)
    hasher.combine(path)
  }
}

extension ProtobufError: CustomStringConvertible {
  public var description: String {
    var parts: [String] = []
    if let line, let column { parts.append("line \(line), column \(column)") }
    if !path.isEmpty { parts.append(path) }
    parts.append(message)
    return parts.joined(separator: ": ")
  }
}
