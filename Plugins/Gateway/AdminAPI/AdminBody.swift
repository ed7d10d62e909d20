import ProtobufRuntime

/// One object in the body of a request to the Admin API, of which every field is known.
///
/// A field that is left out is told from one that is null; which of the two a field may be, its reader says. What is
/// wrong is said in the Admin API's words, the field first.
struct AdminBody: Sendable {
  private let members: [String: JSONValue]
  /// What stands before the names of fields in messages, as `data_residency.`.
  private let path: String

  /// - Throws: ``APIError`` for what is no object, or has another field than these.
  init(_ value: JSONValue, fields: [String], at path: String = "") throws(APIError) {
    guard case .object(let members) = value else {
      throw .invalidField(
        path.isEmpty ? "body" : String(path.dropLast()), "Input should be a valid dictionary")
    }
    for (name, _) in members where !fields.contains(name) {
      throw .invalidField(path + name, "Extra inputs are not permitted")
    }
    self.members = Dictionary(members) { first, _ in first }
    self.path = path
  }

  /// A text that must be there.
  func text(_ name: String) throws(APIError) -> String {
    guard let text = try optionalText(name) else {
      throw .invalidField(path + name, "Field required")
    }
    return text
  }

  /// A text that may be left out, and isn't null.
  func optionalText(_ name: String) throws(APIError) -> String? {
    guard let value = members[name] else { return nil }
    return try text(value, name)
  }

  /// A text that may be left out or null.
  func nullableText(_ name: String) throws(APIError) -> String? {
    guard let value = value(name) else { return nil }
    return try text(value, name)
  }

  /// One of some texts, which must be there.
  func choice(_ name: String, of choices: [String]) throws(APIError) -> String {
    try check(try text(name), name, among: choices)
  }

  /// One of some texts, which may be left out or null.
  func nullableChoice(_ name: String, of choices: [String]) throws(APIError) -> String? {
    guard let text = try nullableText(name) else { return nil }
    return try check(text, name, among: choices)
  }

  /// A list of texts, which may be left out and isn't null.
  func optionalTexts(_ name: String, atMost count: Int) throws(APIError) -> [String]? {
    guard let value = members[name] else { return nil }
    guard case .array(let elements) = value else {
      throw .invalidField(path + name, "Input should be a valid list")
    }
    guard elements.count <= count else {
      throw .invalidField(path + name, "List should have at most \(count) items")
    }
    var texts: [String] = []
    for element in elements { texts.append(try text(element, "\(name).\(texts.count)")) }
    return texts
  }

  /// An object with fields of its own, which may be left out or null.
  func nullableObject(_ name: String, fields: [String]) throws(APIError) -> AdminBody? {
    guard let value = value(name) else { return nil }
    return try AdminBody(value, fields: fields, at: "\(path)\(name).")
  }

  /// An object of any names, which may be left out or null.
  func nullableMap(_ name: String) throws(APIError) -> [(name: String, value: JSONValue)]? {
    guard let value = value(name) else { return nil }
    guard case .object(let members) = value else {
      throw .invalidField(path + name, "Input should be a valid dictionary")
    }
    return members.map { ($0.0, $0.1) }
  }

  /// What is there and not null.
  func value(_ name: String) -> JSONValue? {
    guard let value = members[name], value != .null else { return nil }
    return value
  }

  func text(_ value: JSONValue, _ name: String) throws(APIError) -> String {
    guard case .string(let text) = value else {
      throw .invalidField(path + name, "Input should be a valid string")
    }
    guard !text.utf8.contains(0) else {
      throw .invalidField(path + name, "String should not contain NUL")
    }
    return text
  }

  func check(_ text: String, _ name: String, among choices: [String]) throws(APIError) -> String {
    guard choices.contains(text) else {
      throw .invalidField(path + name, "Input should be \(choices.alternatives)")
    }
    return text
  }

  /// Refuses a field of what this installation hasn't got, unless it is left out or null.
  func refuse(_ name: String, _ reason: String) throws(APIError) {
    guard value(name) != nil else { return }
    throw .invalidField(path + name, reason)
  }
}

extension APIError {
  /// What is wrong with a field, in the Admin API's words.
  static func invalidField(_ name: String, _ problem: String) -> APIError {
    APIError(.invalidRequest, "\(name): \(problem)")
  }
}

extension [String] {
  /// As `'a', 'b' or 'c'`.
  fileprivate var alternatives: String {
    let quoted = map { "'\($0)'" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
