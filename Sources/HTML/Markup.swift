/// A piece of a page: a text, an element with its content, or several of them in a row.
///
/// There is no way to make one of raw HTML. A text is escaped when it is written, so no text can
/// become an element.
public struct Markup: Sendable {
  enum Node: Sendable {
    case nothing
    case text(String)
    indirect case element(Tag, [Attribute], Markup)
    indirect case void(StaticString, [Attribute])
    case group([Markup])
    case bytes([UInt8])
  }

  let node: Node

  init(_ node: Node) { self.node = node }

  /// Creates markup of what a builder closure lists.
  public init(@MarkupBuilder content: () -> Markup) { self = content() }

  /// Markup that writes nothing.
  public static let nothing = Markup(.nothing)

  /// Returns a text. In a builder closure, a string literal or variable alone does the same.
  public static func text(_ text: String) -> Markup { Markup(.text(text)) }

  /// Returns the markup as its bytes in UTF-8.
  ///
  /// - Parameter capacity: The expected number of bytes.
  public func bytes(capacity: Int = 1024) -> [UInt8] {
    var writer = MarkupWriter(capacity: capacity)
    writer.write(self)
    return writer.bytes
  }

  /// Returns the same markup with its bytes already written, for a part that many pages share.
  public func prepared() -> Markup { Markup(.bytes(bytes())) }
}
