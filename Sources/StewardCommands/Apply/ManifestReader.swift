internal import AdminProtos
internal import IPC
internal import ProtobufRuntime
internal import Status
internal import YAML

/// A reader of YAML or JSON manifests that collects every problem that it finds.
struct ManifestReader {
  /// The maximum number of problems to report. People don't read longer lists.
  private static let maximumProblems = 20

  private(set) var objects: [ManifestObject] = []
  private var problems: [FieldViolation] = []
  private var file = ""

  /// Reads all documents of a file. A document is an object or a list of objects.
  mutating func read(_ file: ManifestFile) {
    self.file = file.name
    do throws(YAMLProblem) {
      for document in try YAMLReader.documents(in: file.text.joiningSurrogateEscapes) {
        read(document: document)
      }
    } catch {
      add("SYNTAX", "this is not YAML: \(error.message)", line: error.line)
    }
  }

  /// Throws the problems that were found, each with its file and line.
  func check() throws {
    guard !problems.isEmpty else { return }
    let more = problems.count - Self.maximumProblems
    throw Status(
      .invalidArgument, reason: "INVALID_MANIFEST",
      message: "The manifest is invalid; nothing was changed."
        + (more > 0 ? " These are the first of \(problems.count) errors:" : ""),
      fieldViolations: Array(problems.prefix(Self.maximumProblems)))
  }

  private mutating func read(document: YAMLNode) {
    switch document.content {
    case .sequence(let list): for element in list { read(object: element) }
    default: if !document.isNull { read(object: document) }
    }
  }

  private mutating func read(object node: YAMLNode) {
    guard case .mapping(let entries) = node.content else {
      return add("NOT_AN_OBJECT", "this is not an object with a kind and fields", line: node.line)
    }
    guard let vocabulary = vocabulary(of: entries, line: node.line) else { return }
    var members: [(String, JSONValue)] = []
    let before = problems.count
    for (key, value) in entries where key.text != "kind" {
      if let member = member(key, value, of: vocabulary) { members.append(member) }
    }
    guard problems.count == before else { return }
    do throws(ProtobufError) {
      let object = ManifestObject(
        source: source(node.line), object: try vocabulary.object(.object(members)))
      guard try object.serialized().count <= Self.maximumObjectLength else {
        return refuseLong(entries, members)
      }
      objects.append(object)
    } catch {
      let field = entries.first { $0.key.text == error.path }
      add(
        "INVALID_VALUE", "\(error.path): \(error.message)", line: (field?.value ?? node).line)
    }
  }

  /// Adds a problem that names the longest field.
  private mutating func refuseLong(
    _ entries: [(key: YAMLNode, value: YAMLNode)], _ members: [(String, JSONValue)]
  ) {
    let lengths = members.map { ($0.0, $0.1.description.utf8.count) }
    guard let (name, length) = lengths.max(by: { $0.1 < $1.1 }) else { return }
    let field = entries.first { $0.key.text == name }
    add(
      "TOO_LONG",
      "\(name): is about \(length) bytes long; the limit of a whole object is "
        + "\(Self.maximumObjectLength) bytes", line: field?.value.line ?? 0)
  }

  private mutating func vocabulary(
    of entries: [(key: YAMLNode, value: YAMLNode)], line: Int
  ) -> ManifestVocabulary? {
    let kinds = ManifestVocabulary.all.map(\.kind)
    guard let value = entries.first(where: { $0.key.text == "kind" })?.value else {
      add(
        "NO_KIND", "kind is missing; it must be one of \(kinds.joined(separator: ", "))",
        line: line)
      return nil
    }
    guard let vocabulary = value.text.flatMap({ ManifestVocabulary.byKind[$0] }) else {
      let given = value.text ?? ""
      add(
        "UNKNOWN_KIND",
        "unknown kind '\(Nearest.repeated(given, among: kinds).singleLine)'; it must be one of "
          + "\(kinds.joined(separator: ", "))."
          + Nearest.didYouMean(for: given, among: kinds), line: value.line)
      return nil
    }
    return vocabulary
  }

  private mutating func member(
    _ key: YAMLNode, _ value: YAMLNode, of vocabulary: ManifestVocabulary
  ) -> (String, JSONValue)? {
    let name = key.text ?? ""
    guard let field = vocabulary.field(name) else {
      let names = vocabulary.fieldNames
      add(
        "UNKNOWN_FIELD",
        "\(vocabulary.kind) has no field '\(Nearest.repeated(name, among: names).singleLine)'; "
          + "known: \(names.joined(separator: ", "))."
          + Nearest.didYouMean(for: name, among: names),
        line: key.line)
      return nil
    }
    do throws(ManifestVocabulary.Mismatch) {
      return (name, try ManifestVocabulary.json(value, for: field))
    } catch {
      add("INVALID_VALUE", "\(name): \(error.message)", line: error.line)
      return nil
    }
  }

  /// - Parameter line: The line in the file; 0 stands for the file as a whole.
  private func source(_ line: Int) -> String { line > 0 ? "\(file):\(line)" : file }

  private mutating func add(_ reason: String, _ message: String, line: Int) {
    problems.append(FieldViolation(field: source(line), reason: reason, message: message))
  }
}

// The parts of a manifest, each a request within the size limit of the method.
extension ManifestReader {
  /// The maximum size of an object in bytes. The method takes requests of four times this size.
  private static let maximumObjectLength = 256 << 10

  private static let maximumObjects = 200
  private static let maximumBytes = 512 << 10

  /// Divides the objects among requests.
  static func parts(of objects: [ManifestObject]) throws -> [[ManifestObject]] {
    var parts: [[ManifestObject]] = []
    var bytes = 0
    for object in objects {
      let length = try object.serialized().count
      if let last = parts.last, last.count < maximumObjects, bytes + length <= maximumBytes {
        parts[parts.count - 1].append(object)
        bytes += length
      } else {
        parts.append([object])
        bytes = length
      }
    }
    return parts
  }
}
