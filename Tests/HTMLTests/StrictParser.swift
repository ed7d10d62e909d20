/// A parser of what the room writes, and of nothing else. What a browser would repair, or read in
/// another way, is an error.
struct StrictParser {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static let void: Set = ["meta", "link", "hr", "br", "input"]
  private static let entities = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\""]

  private var rest: Substring.UnicodeScalarView

  /// Returns the root element of a page.
  static func parse(_ bytes: [UInt8]) throws -> Tree {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(description: "the page isn't UTF-8")
    }
    var parser = StrictParser(rest: text[...].unicodeScalars)
    try parser.expect("<!doctype html>")
    let root = try parser.element()
    try parser.expectEnd()
    return root
  }

  private mutating func element() throws -> Tree {
    try expect("<")
    var tree = Tree(name: take { ("a"..."z").contains($0) || ("0"..."9").contains($0) })
    while try !takes(">") {
      try expect(" ")
      let name = take { ("a"..."z").contains($0) || ("A"..."Z").contains($0) || "-12".has($0) }
      guard !name.isEmpty, tree.attributes[name] == nil else {
        throw Failure(description: "a second or nameless attribute: \(name)")
      }
      tree.attributes[name] = try takes("=") ? value() : ""
    }
    if Self.void.contains(tree.name) { return tree }
    if tree.name == "pre" || tree.name == "textarea" { try expect("\n") }
    while !starts(with: "</") {
      tree.append(starts(with: "<") ? try element() : Tree(text: try text()))
    }
    try expect("</\(tree.name)>")
    return tree
  }

  private mutating func value() throws -> String {
    try expect("\"")
    let text = starts(with: "\"") ? "" : try text()
    try expect("\"")
    return text
  }

  /// Returns a text up to the next `<` or `"`, which is never empty.
  private mutating func text() throws -> String {
    var text = ""
    while let next = rest.first, !"<\"".has(next) {
      rest.removeFirst()
      if next == "&" {
        text += try entity()
      } else if next == ">" || next.isForbidden {
        throw Failure(description: "the character \(next.escaped(asASCII: true)) in a text")
      } else {
        text.unicodeScalars.append(next)
      }
    }
    guard !text.isEmpty else { throw Failure(description: "a quotation mark in a text") }
    return text.withLineFeeds
  }

  private mutating func entity() throws -> String {
    for (name, text) in Self.entities where try takes(name) { return text }
    throw Failure(description: "an unknown entity")
  }

  // MARK: - Steps

  private func starts(with text: String) -> Bool { rest.starts(with: text.unicodeScalars) }

  private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private mutating func takes(_ text: String) throws -> Bool {
    if rest.isEmpty { throw Failure(description: "the page ends too early") }
    guard starts(with: text) else { return false }
    rest.removeFirst(text.unicodeScalars.count)
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard try takes(text) else {
      throw Failure(description: "no \(text) before: \(String(rest.prefix(40)))")
    }
  }

  private func expectEnd() throws {
    guard rest.isEmpty else { throw Failure(description: "the page goes on after its end") }
  }
}

extension String {
  fileprivate func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
