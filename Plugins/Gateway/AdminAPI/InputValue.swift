import ProtobufRuntime

/// A form of values in the bodies of requests to the Admin API: its schema, and how to read it.
///
/// Errors use the Admin API's words. They begin with the place of the value in the body, such as
/// `data_residency.workspace_geo`.
struct InputValue<Value>: Sendable {
  let schema: Schema
  /// For an object, the fields of the message that its members fill.
  let targets: [String]
  /// Returns the value in a JSON value at a place in the body. The place of the body itself is "".
  let read: @Sendable (_ json: JSONValue, _ place: String) throws(APIError) -> Value

  init(
    _ schema: Schema, filling targets: [String] = [],
    read: @escaping @Sendable (JSONValue, String) throws(APIError) -> Value
  ) {
    self.schema = schema
    self.targets = targets
    self.read = read
  }

  /// This form, or null.
  var orNull: InputValue<Value?> {
    InputValue<Value?>(schema.orNull) { [read] json, place throws(APIError) in
      json == .null ? nil : try read(json, place)
    }
  }

  /// Returns the form of an object with these members and no others, under a name of its own.
  static func object(_ name: String, _ fields: InputField<Value>...) -> Self where Value: Message {
    let names = Set(fields.map(\.name))
    return Self(
      Schema.object(fields.compactMap(\.property)).named(name),
      filling: fields.flatMap(\.targets)
    ) { json, place throws(APIError) in
      let prefix = place.isEmpty ? "" : "\(place)."
      for (name, _) in try members(of: json, place) where !names.contains(name) {
        throw .invalidField(prefix + name, "Extra inputs are not permitted")
      }
      var message = Value()
      for field in fields { try field.read(json[field.name], prefix + field.name, into: &message) }
      return message
    }
  }

  /// Returns the form of an object with any names, and values of one form.
  static func map<Element>(of element: InputValue<Element>) -> Self
  where Value == [String: Element] {
    Self(.map(of: element.schema)) { json, place throws(APIError) in
      var elements: [String: Element] = [:]
      for (name, json) in try members(of: json, place) {
        elements[name] = try element.read(json, "\(place).\(name)")
      }
      return elements
    }
  }

  private static func members(
    of json: JSONValue, _ place: String
  ) throws(APIError) -> [(String, JSONValue)] {
    guard case .object(let members) = json else {
      throw .invalidField(place.isEmpty ? "body" : place, "Input should be a valid dictionary")
    }
    return members
  }
}

extension InputValue<String> {
  static var text: Self { text(.string) }

  /// Returns the form of a string. The schema is only described here. The plugin checks it.
  static func text(_ schema: Schema) -> Self {
    Self(schema) { json, place throws(APIError) in
      guard case .string(let text) = json else {
        throw .invalidField(place, "Input should be a valid string")
      }
      guard !text.utf8.contains(0) else {
        throw .invalidField(place, "String should not contain NUL")
      }
      return text
    }
  }

  /// Returns the form of one of the given strings.
  static func choice(of choices: [String]) -> Self {
    Self(.oneOf(choices)) { json, place throws(APIError) in
      let choice = try text.read(json, place)
      guard choices.contains(choice) else {
        throw .invalidField(place, "Input should be \(choices.alternatives)")
      }
      return choice
    }
  }
}

extension InputValue<[String]> {
  /// Returns the form of a list of strings.
  static func texts(atMost count: Int) -> Self {
    Self(.array(of: .string, atMost: count)) { json, place throws(APIError) in
      guard case .array(let elements) = json else {
        throw .invalidField(place, "Input should be a valid list")
      }
      guard elements.count <= count else {
        throw .invalidField(place, "List should have at most \(count) items")
      }
      return try elements.read(as: .text, at: place)
    }
  }
}

extension [JSONValue] {
  /// Returns the values of the elements of a list at a place in the body.
  func read<Value>(
    as form: InputValue<Value>, at place: String
  ) throws(APIError) -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try form.read(element, "\(place).\(values.count)")) }
    return values
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
