import Randomness

@testable import HTML

/// Markup, and the tree that a parser has to make of it.
struct RandomMarkup {
  var markup: Markup
  var tree: Tree
}

extension SeededRandom {
  /// Returns a page with random content, and its tree.
  mutating func page() -> (document: Document, tree: Tree) {
    let (title, content) = (hostileText(), contents(depth: 5) { $0.block(depth: $1) })
    let document = Document(lang: "en", title: title) {
    } body: {
      content.map(\.markup)
    }
    let charset = Tree(name: "meta", attributes: ["charset": "utf-8"])
    let head = Tree(name: "head", children: [charset, tree("title", [:], [text(title)])])
    let parts = [head, tree("body", [:], content)]
    return (document, Tree(name: "html", attributes: ["lang": "en"], children: parts))
  }

  /// Returns a random element that may stand where a block may.
  private mutating func block(depth: Int) -> RandomMarkup {
    switch Int.random(in: 0...9, using: &self) {
    case 0...2: element([div, section, article, fieldset][.random(in: 0...3, using: &self)], depth)
    case 3: nested([ul, li], depth)
    case 4: nested([table, tbody, tr, td], depth)
    case 5: only(pre)
    case 6: only(textarea.tag)
    case 7: nested([select], depth) { random, _ in random.only(option.tag) }
    case 8: nested([svg, SVG.g], depth) { random, _ in random.only(SVG.text) }
    default: inline(depth: depth)
    }
  }

  /// Returns a random text or an element that may stand in a text.
  private mutating func inline(depth: Int) -> RandomMarkup {
    switch Int.random(in: 0...5, using: &self) {
    case 0: return field()
    case 1: return link()
    case 2:
      return nested([[span, strong, code, bdi][.random(in: 0...3, using: &self)]], depth) {
        $0.inline(depth: $1)
      }
    default: return text(hostileText())
    }
  }

  private mutating func element(_ tag: Tag, _ depth: Int) -> RandomMarkup {
    nested([tag], depth) { $0.block(depth: $1) }
  }

  /// Returns elements within each other, with random content in the innermost.
  private mutating func nested(
    _ tags: [Tag], _ depth: Int,
    content: (inout SeededRandom, Int) -> RandomMarkup = { $0.inline(depth: $1) }
  ) -> RandomMarkup {
    var inner = contents(depth: depth, content)
    for tag in tags.reversed() { inner = [element(tag, inner)] }
    return inner[0]
  }

  private mutating func contents(
    depth: Int, _ content: (inout SeededRandom, Int) -> RandomMarkup
  ) -> [RandomMarkup] {
    guard depth > 0 else { return [] }
    return (0..<Int.random(in: 0...4, using: &self)).map { _ in content(&self, depth - 1) }
  }

  private mutating func only(_ tag: Tag) -> RandomMarkup { element(tag, [text(hostileText())]) }

  private mutating func element(_ tag: Tag, _ content: [RandomMarkup]) -> RandomMarkup {
    let (title, value) = (hostileText(), hostileText())
    let attributes = ["title": title.parsed, "data-value": value.parsed, "class": "a b"]
    return RandomMarkup(
      markup: tag.element(
        [.title(title), .data("value", value), .class("a b")],
        Markup(.group(content.map(\.markup)))),
      tree: tree("\(tag.name)", attributes, content))
  }

  private mutating func field() -> RandomMarkup {
    let value = hostileText()
    return RandomMarkup(
      markup: input(.type(.text), .value(value), .required()),
      tree: tree("input", ["type": "text", "value": value.parsed, "required": ""], []))
  }

  private mutating func link() -> RandomMarkup {
    let address = Address("/console").appending(hostileText()).query("q", hostileText())
    let content = [text(hostileText())]
    return RandomMarkup(
      markup: a(.href(address)) { content[0].markup },
      tree: tree("a", ["href": address.text], content))
  }

  private func text(_ text: String) -> RandomMarkup {
    RandomMarkup(markup: .text(text), tree: Tree(text: text.parsed))
  }

  private func tree(
    _ name: String, _ attributes: [String: String], _ content: [RandomMarkup]
  ) -> Tree {
    var tree = Tree(name: name, attributes: attributes)
    for child in content { tree.append(child.tree) }
    return tree
  }
}
