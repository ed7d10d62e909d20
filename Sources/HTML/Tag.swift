/// An element that may have content. A call gives the element its attributes and content:
/// `div(.class("card")) { "text" }`.
public struct Tag: Sendable {
  let name: StaticString
  /// Whether a parser drops a line feed that follows the start tag, so that one has to be written.
  let dropsLineFeed: Bool

  init(_ name: StaticString, dropsLineFeed: Bool = false) {
    self.name = name
    self.dropsLineFeed = dropsLineFeed
  }

  /// Returns the element with attributes and the content that a builder closure lists.
  public func callAsFunction(
    _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
  ) -> Markup {
    element(attributes, content())
  }

  /// Returns the element with attributes and without content.
  public func callAsFunction(_ attributes: Attribute...) -> Markup {
    element(attributes, .nothing)
  }

  /// Returns the element with attributes and a text.
  public func callAsFunction(_ attributes: Attribute..., text: String) -> Markup {
    element(attributes, .text(text))
  }

  func element(_ attributes: [Attribute], _ content: Markup) -> Markup {
    assert(attributes.haveDistinctNames, "an attribute of <\(name)> is given twice")
    return Markup(.element(self, attributes, content))
  }
}

/// An element that can't have content, such as `input`.
public struct VoidTag: Sendable {
  let name: StaticString

  init(_ name: StaticString) { self.name = name }

  /// Returns the element with attributes.
  public func callAsFunction(_ attributes: Attribute...) -> Markup {
    assert(attributes.haveDistinctNames, "an attribute of <\(name)> is given twice")
    return Markup(.void(name, attributes))
  }
}

/// An element whose content is a text and nothing else, such as `textarea`.
public struct TextTag: Sendable {
  let tag: Tag

  init(_ tag: Tag) { self.tag = tag }

  /// Returns the element with attributes and its text.
  public func callAsFunction(_ attributes: Attribute..., text: String) -> Markup {
    tag.element(attributes, .text(text))
  }
}
