import ProtobufRuntime

/// A JSON object in the body of a request to the Admin API. It may have known fields only.
///
/// A field that is absent differs from a field that is null. The method that reads the field says
/// which of the two is allowed. Errors use the Admin API's words and begin with the field's name.
struct AdminBody: Sendable {
  private let members: [String: JSONValue]
  /// The prefix of the names of fields in messages, such as `data_residency.`.
  private let path: String

  /// - Throws: ``APIError`` if the value is not an object, or has a field that is not in `fields`.
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

  /// Returns a string that must be present.
  func text(_ name: String) throws(APIError) -> String {
    guard let text = try optionalText(name) else {
      throw .invalidField(path + name, "Field required")
    }
    return text
  }

  /// Returns a string that may be absent, but not null.
  func optionalText(_ name: String) throws(APIError) -> String? {
    guard let value = members[name] else { return nil }
    return try text(value, name)
  }

  /// Returns a string that may be absent or null.
  func nullableText(_ name: String) throws(APIError) -> String? {
    guard let value = value(name) else { return nil }
    return try text(value, name)
  }

  /// Returns one of the given strings. It must be present.
  func choice(_ name: String, of choices: [String]) throws(APIError) -> String {
    try check(try text(name), name, among: choices)
  }

  /// Returns one of the given strings. It may be absent or null.
  func nullableChoice(_ name: String, of choices: [String]) throws(APIError) -> String? {
    guard let text = try nullableText(name) else { return nil }
    return try check(text, name, among: choices)
  }

  /// Returns a list of strings. It may be absent, but not null.
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

  /// Returns an object with its own fields. It may be absent or null.
  func nullableObject(_ name: String, fields: [String]) throws(APIError) -> AdminBody? {
    guard let value = value(name) else { return nil }
    return try AdminBody(value, fields: fields, at: "\(path)\(name).")
  }

  /// Returns the members of an object with arbitrary names. It may be absent or null.
  func nullableMap(_ name: String) throws(APIError) -> [(name: String, value: JSONValue)]? {
    guard let value = value(name) else { return nil }
    guard case .object(let members) = value else {
      throw .invalidField(path + name, "Input should be a valid dictionary")
    }
    return members.map { ($0.0, $0.1) }
  }

  /// Returns the value of a field; nil if the field is absent or null.
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

  /// Refuses a field that this installation doesn't support, unless it is absent or null.
  func refuse(_ name: String, _ reason: String) throws(APIError) {
    guard value(name) != nil else { return }
    throw .invalidField(path + name, reason)
  }
}

extension APIError {
  /// Creates the error that says in the Admin API's words what is wrong with a field.
  static func invalidField(_ name: String, _ problem: String) -> APIError {
    APIError(.invalidRequest, "\(name): \(problem)")
  }
}

extension [String] {
  /// The strings in the form `'a', 'b' or 'c'`.
  fileprivate var alternatives: String {
    let quoted = map { "'\($0)'" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
