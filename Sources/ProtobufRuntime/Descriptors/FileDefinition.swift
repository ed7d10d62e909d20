/// The content of one `.proto` file, as a descriptor set gives it.
package struct FileDefinition: Sendable {
  package let name: String
  package let package: String
  package let dependencies: [String]
  package let messages: [MessageDefinition]
  package let enums: [EnumDescriptor]
  package let services: [ServiceDescriptor]
  package let syntax: String
  /// The value of the option `swift_prefix`, for the names of generated types.
  package let swiftPrefix: String

  /// All messages of the file. An outer message comes before its inner messages.
  package var allMessages: [MessageDefinition] {
    func flatten(_ messages: [MessageDefinition]) -> [MessageDefinition] {
      messages.flatMap { [$0] + flatten($0.messages) }
    }
    return flatten(messages)
  }
}
