/// What a parser makes of a page: an element with its children, or a text.
struct Tree: Codable {
  var name = ""
  var attributes: [String: String] = [:]
  var children: [Tree] = []
  var text = ""

  /// Appends a child as a parser does. Texts in a row are one, and an empty text is none.
  mutating func append(_ child: Tree) {
    guard child.name.isEmpty else { return children.append(child) }
    if child.text.isEmpty { return }
    guard let last = children.last, last.name.isEmpty else { return children.append(child) }
    children[children.count - 1].text += child.text
  }
}

extension Tree: Equatable {
  /// Compares bytes. Two `String`s are equal as soon as they look the same.
  static func == (one: Tree, other: Tree) -> Bool {
    one.name == other.name && one.text.utf8.elementsEqual(other.text.utf8)
      && one.attributes.mapValues { Array($0.utf8) }
        == other.attributes.mapValues { Array($0.utf8) }
      && one.children == other.children
  }
}
