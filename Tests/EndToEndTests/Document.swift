import Foundation

/// A document of the repository, in Markdown.
struct Document {
  private static let heading = "## "

  private let file: URL
  let text: String

  /// Reads a document.
  ///
  /// - Parameter path: Its path in the repository.
  init(_ path: String) throws {
    try self.init(at: Installation.checkout.appendingPathComponent(path))
  }

  private init(at file: URL) throws {
    self.file = file
    text = try String(contentsOf: file, encoding: .utf8)
  }

  /// The paths of the documents at the root of the repository and in `docs`.
  static func paths() throws -> [String] {
    try ["", "docs/"].flatMap { folder in
      let place = Installation.checkout.appendingPathComponent(folder).path
      return try FileManager.default.contentsOfDirectory(atPath: place)
        .filter { $0.hasSuffix(".md") }.sorted().map { folder + $0 }
    }
  }

  /// The titles of the sections, in order.
  var sections: [String] {
    lines.filter { $0.hasPrefix(Self.heading) }.map { String($0.dropFirst(Self.heading.count)) }
  }

  /// Returns the lines under a heading, up to the next heading of the same level.
  func lines(of section: String) -> [String] {
    Array(
      lines.drop { $0 != Self.heading + section }.dropFirst()
        .prefix { !$0.hasPrefix(Self.heading) })
  }

  /// Returns the first block of a language under a heading.
  func block(_ language: String, in section: String) -> String {
    lines(of: section).drop { $0 != "```\(language)" }.dropFirst().prefix { $0 != "```" }
      .joined(separator: "\n")
  }

  private var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension Document {
  /// The links to files and sections of the repository.
  var links: [String] {
    prose.flatMap { $0.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.output.1) } }
      .filter { !$0.contains("://") }
  }

  /// Whether a link leads to a file, and to a heading in it if it names one.
  func leadsSomewhere(_ link: String) throws -> Bool {
    let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    let target = parts[0].isEmpty ? file : URL(fileURLWithPath: parts[0], relativeTo: file)
    guard FileManager.default.fileExists(atPath: target.path) else { return false }
    return try parts.count == 1 || Document(at: target).anchors.contains(parts[1])
  }

  /// The names of the headings in links, as GitHub makes them.
  private var anchors: [String] {
    prose.filter { $0.hasPrefix("#") }.map { line in
      let title = line.drop { $0 == "#" }.dropFirst().lowercased()
      return String(title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) })
        .replacing(" ", with: "-")
    }
  }

  /// The lines outside code.
  private var prose: [String] {
    var isCode = false
    return lines.filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode
    }
  }
}
