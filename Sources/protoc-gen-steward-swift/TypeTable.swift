internal import ProtobufRuntime

/// The messages and enums of a request, with their names in Swift and their contents.
struct TypeTable {
  private var names: [String: String] = [:]
  private var messages: [String: MessageDefinition] = [:]

  init(_ files: [Request.File]) {
    for file in files.map(\.definition) {
      let prefix = file.package == "google.protobuf" ? "Google" : file.swiftPrefix
      for item in file.enums { names[item.fullName] = prefix + item.name }
      for message in file.messages { add(message, as: prefix + message.name) }
    }
  }

  private mutating func add(_ message: MessageDefinition, as name: String) {
    names[message.fullName] = name
    messages[message.fullName] = message
    for item in message.enums { names[item.fullName] = "\(name).\(SwiftNames.nested(item.name))" }
    for nested in message.messages {
      add(nested, as: "\(name).\(SwiftNames.nested(nested.name))")
    }
  }

  /// Returns the name of a message or enum in Swift.
  func swiftName(_ fullName: String) throws -> String {
    guard let name = names[fullName] else {
      throw GeneratorError("\"\(fullName)\" is used but not defined")
    }
    return name
  }

  func message(_ fullName: String?) -> MessageDefinition? {
    fullName.flatMap { messages[$0] }
  }

  /// Returns the entry type of a map field, or `nil` for other fields.
  func mapEntry(of field: FieldDescriptor) -> MessageDefinition? {
    guard field.type == .message, let entry = message(field.typeName) else { return nil }
    return entry.isMapEntry ? entry : nil
  }
}

extension TypeTable {
  /// Returns whether a struct with this field would contain itself, so that the field needs
  /// indirection.
  ///
  /// Arrays and dictionaries are already indirect.
  func isIndirect(_ field: FieldDescriptor, of message: MessageDefinition) -> Bool {
    guard field.type == .message, !field.isRepeated, let type = field.typeName else { return false }
    return reachable(from: type, through: { !$0.isRepeated }).contains(message.fullName)
  }

  /// Returns whether messages of this type can be nested to any depth.
  func isRecursive(_ message: MessageDefinition) -> Bool {
    reachable(from: message.fullName, through: { _ in true }).contains { name in
      let successors = messages[name]?.fields.compactMap(\.typeName) ?? []
      return successors.contains { next in
        messages[next] != nil && reachable(from: next, through: { _ in true }).contains(name)
      }
    }
  }

  /// Returns the names of all messages that can be reached from a message, including itself.
  private func reachable(
    from name: String, through isFollowed: (FieldDescriptor) -> Bool
  ) -> Set<String> {
    var found: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      guard let message = messages[next], found.insert(next).inserted else { continue }
      waiting += message.fields.filter { $0.type == .message && isFollowed($0) }
        .compactMap(\.typeName)
    }
    return found
  }
}
