/// A whole page.
///
/// It begins with the doctype and the encoding, and it always has a language and a title.
public struct Document: Sendable {
  private let root: Markup

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - lang: The language of the page, such as `ja`.
  ///   - attributes: Further attributes of the root element.
  ///   - head: What the head has beside the encoding and the title.
  public init(
    lang: StaticString, title: String, _ attributes: Attribute...,
    @MarkupBuilder head: () -> Markup, @MarkupBuilder body: () -> Markup
  ) {
    let head = Tag("head").element(
      [],
      Markup {
        meta(Attribute("charset", "utf-8"))
        Tag("title")(text: title)
        head()
      })
    root = Tag("html").element(
      [.lang(lang)] + attributes, Markup(.group([head, Tag("body").element([], body())])))
  }

  /// Returns the page as its bytes in UTF-8.
  ///
  /// - Parameter capacity: The expected number of bytes.
  public func bytes(capacity: Int = 48 * 1024) -> [UInt8] {
    var writer = MarkupWriter(capacity: capacity)
    writer.write("<!doctype html>")
    writer.write(root)
    return writer.bytes
  }
}
