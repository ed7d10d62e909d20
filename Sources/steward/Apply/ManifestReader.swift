internal import IPC
internal import PluginHost
internal import ProtobufRuntime
internal import StewardProtos
internal import Yams

/// Reads the documents of manifests, YAML or JSON, and collects everything that is wrong with them.
struct ManifestReader {
  /// More would not be read by anybody.
  private static let mostProblems = 20

  private(set) var objects: [ManifestObject] = []
  private var problems: [FieldViolation] = []
  private var file = ""

  /// Reads all documents of a file: each an object, or a list of objects.
  mutating func read(_ file: ManifestFile) {
    self.file = file.name
    do {
      var documents = try Yams.compose_all(yaml: SurrogateEscapes.joined(in: file.text))
      while let document = documents.next() { read(document: document) }
      if let error = documents.error { throw error }
    } catch {
      let (line, problem) = Self.description(of: error)
      add("SYNTAX", problem, line: line)
    }
  }

  /// Throws everything that was wrong, with file and line.
  func check() throws {
    guard !problems.isEmpty else { return }
    let more = problems.count - Self.mostProblems
    throw Status(
      .invalidArgument, reason: "INVALID_MANIFEST",
      message: "The manifest can't be used; nothing was changed."
        + (more > 0 ? " These are the first of \(problems.count) mistakes:" : ""),
      fieldViolations: Array(problems.prefix(Self.mostProblems)))
  }

  private mutating func read(document: Node) {
    switch document {
    case .sequence(let list): for element in list { read(object: element) }
    default: if !document.isNothing { read(object: document) }
    }
  }

  private mutating func read(object node: Node) {
    guard case .mapping(let mapping) = node else {
      return add("NOT_AN_OBJECT", "this is no object with a kind and fields", at: node)
    }
    guard let vocabulary = vocabulary(of: mapping, at: node) else { return }
    var members: [(String, JSONValue)] = []
    let before = problems.count
    for (key, value) in mapping where key.scalar?.string != "kind" {
      if let member = member(key, value, of: vocabulary) { members.append(member) }
    }
    guard problems.count == before else { return }
    do throws(ProtobufError) {
      let object = try vocabulary.object(.object(members))
      objects.append(ManifestObject(source: source(node.mark?.line), object: object))
    } catch {
      let field = mapping.first { $0.key.scalar?.string == error.path }
      add("INVALID_VALUE", "\(error.path): \(error.message)", at: field?.value ?? node)
    }
  }

  private mutating func vocabulary(of mapping: Node.Mapping, at node: Node) -> ManifestVocabulary? {
    let kinds = ManifestVocabulary.all.map(\.kind)
    guard let value = mapping.first(where: { $0.key.scalar?.string == "kind" })?.value else {
      add("NO_KIND", "kind is missing; it is one of \(kinds.joined(separator: ", "))", at: node)
      return nil
    }
    guard let vocabulary = value.scalar.flatMap({ ManifestVocabulary.byKind[$0.string] }) else {
      let given = (value.scalar?.string ?? "").singleLine
      add(
        "UNKNOWN_KIND",
        "there is no kind '\(given)'; it is one of \(kinds.joined(separator: ", "))"
          + "." + Nearest.question(for: given, among: kinds), at: value)
      return nil
    }
    return vocabulary
  }

  private mutating func member(
    _ key: Node, _ value: Node, of vocabulary: ManifestVocabulary
  ) -> (String, JSONValue)? {
    let name = key.scalar?.string ?? ""
    guard let field = vocabulary.field(name) else {
      add(
        "UNKNOWN_FIELD",
        "a \(vocabulary.kind) has no field '\(name.singleLine)'; it has "
          + "\(vocabulary.fieldNames.joined(separator: ", "))."
          + Nearest.question(for: name, among: vocabulary.fieldNames), at: key)
      return nil
    }
    do {
      return (name, try ManifestValue.json(value, for: field))
    } catch {
      add("INVALID_VALUE", "\(name): \(error.message)", line: error.line)
      return nil
    }
  }
}

extension ManifestReader {
  private func source(_ line: Int?) -> String { line.map { "\(file):\($0)" } ?? file }

  private mutating func add(_ reason: String, _ message: String, at node: Node) {
    add(reason, message, line: node.mark?.line)
  }

  private mutating func add(_ reason: String, _ message: String, line: Int?) {
    problems.append(FieldViolation(field: source(line), reason: reason, message: message))
  }

  /// What the YAML library found, and on which line.
  private static func description(of error: any Error) -> (line: Int?, problem: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let names, let context):
      (
        context.mark.line,
        "given twice: \(names.map(\.singleLine).sorted().joined(separator: ", "))"
      )
    default: (nil, "this is not YAML: it holds characters that no text has")
    }
  }
}

extension Node {
  /// Whether nothing stands there, or `null`.
  var isNothing: Bool { scalar?.style == .plain && tag == Tag(.null) }
}
