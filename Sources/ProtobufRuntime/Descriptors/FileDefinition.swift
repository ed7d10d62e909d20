/// What a descriptor set says of one `.proto` file.
package struct FileDefinition: Sendable {
  package let name: String
  package let package: String
  package let dependencies: [String]
  package let messages: [MessageDefinition]
  package let enums: [EnumDescriptor]
  package let services: [ServiceDescriptor]
  package let syntax: String
  /// What `swift_prefix` says, for the names of generated types.
  package let swiftPrefix: String

  /// All messages of the file, outer before inner.
  package var allMessages: [MessageDefinition] {
    func flatten(_ messages: [MessageDefinition]) -> [MessageDefinition] {
      messages.flatMap { [$0] + flatten($0.messages) }
    }
    return flatten(messages)
  }
}
