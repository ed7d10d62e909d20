/// A reader of YAML, of which JSON is a part. It returns nodes that know their lines.
///
/// It returns the text as it is written. The caller decides what a plain `1.0` or `no` means. The
/// reader ignores tags.
package struct YAMLReader: ~Copyable {
  /// The maximum depth of nesting. It is deeper than real documents, and shallow enough for any
  /// stack.
  private static let deepest = 64
  /// The maximum number of nodes, more than the largest manifest has. The nodes that an alias
  /// repeats count each time. Otherwise a few lines that repeat each other would grow to more nodes
  /// than a machine can hold.
  private static let maximumNodes = 1_000_000

  private var parser: YAMLParser
  /// The nodes that have an anchor, each with the number of nodes in it.
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  private var count = 0
  private var depth = 0

  private init(_ text: String) {
    parser = YAMLParser(text)
  }

  /// Returns the documents of a text in their order.
  package static func documents(in text: String) throws(YAMLProblem) -> [YAMLNode] {
    var reader = YAMLReader(text)
    var documents: [YAMLNode] = []
    while true {
      let event = try reader.parser.next()
      switch event.kind {
      case .streamEnd: return documents
      case .boundary: continue
      default: documents.append(try reader.node(event))
      }
    }
  }

  private mutating func node(_ event: YAMLParser.Event) throws(YAMLProblem) -> YAMLNode {
    let content: YAMLNode.Content
    let before = count
    switch event.kind {
    case .alias:
      guard let known = anchors[event.anchor] else {
        throw YAMLProblem(message: "there is no anchor &\(event.anchor)", line: event.line)
      }
      try add(known.count, event.line)
      return known.node
    case .scalar(let text, let isPlain): content = .scalar(text, isPlain: isPlain)
    case .sequenceStart: content = .sequence(try sequence(event.line))
    case .mappingStart: content = .mapping(try mapping(event.line))
    case .end, .boundary, .streamEnd:
      throw YAMLProblem(message: "a value is missing", line: event.line)
    }
    try add(1, event.line)
    let node = YAMLNode(content: content, line: event.line)
    if !event.anchor.isEmpty { anchors[event.anchor] = (node, count - before) }
    return node
  }

  private mutating func sequence(_ line: Int) throws(YAMLProblem) -> [YAMLNode] {
    try goDeeper(line)
    var elements: [YAMLNode] = []
    while true {
      let event = try parser.next()
      if case .end = event.kind { break }
      elements.append(try node(event))
    }
    depth -= 1
    return elements
  }

  private mutating func mapping(
    _ line: Int
  ) throws(YAMLProblem) -> [(key: YAMLNode, value: YAMLNode)] {
    try goDeeper(line)
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var names: Set<String> = []
    var merged: YAMLNode?
    while true {
      let event = try parser.next()
      if case .end = event.kind { break }
      let key = try node(event)
      if key.isMergeKey {
        guard merged == nil else {
          throw YAMLProblem(message: "\"<<\" is given twice", line: key.line)
        }
        merged = try node(try parser.next())
        continue
      }
      guard key.text.map({ names.insert($0).inserted }) ?? true else {
        throw YAMLProblem(message: "\"\(key.text ?? "")\" is given twice", line: key.line)
      }
      entries.append((key, try node(try parser.next())))
    }
    depth -= 1
    guard let merged else { return entries }
    return entries + (try merged.entries(without: names))
  }

  private mutating func add(_ nodes: Int, _ line: Int) throws(YAMLProblem) {
    count += nodes
    guard count <= Self.maximumNodes else {
      throw YAMLProblem(message: "there are more than \(Self.maximumNodes) values", line: line)
    }
  }

  private mutating func goDeeper(_ line: Int) throws(YAMLProblem) {
    depth += 1
    guard depth <= Self.deepest else {
      throw YAMLProblem(
        message: "the value is nested more than \(Self.deepest) levels deep", line: line)
    }
  }
}
