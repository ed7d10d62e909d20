/// The members of a JSON object, by the fields that they set.
struct GivenFields {
  private let definition: MessageDefinition
  private var values: [Int: JSONValue] = [:]
  /// The name of the member that sets each oneof.
  private var oneofs: [Int: String] = [:]
  private var names: Set<Int> = []

  init(_ definition: MessageDefinition) { self.definition = definition }

  /// The fields that are set, in the order of their numbers.
  var inOrder: [(FieldDescriptor, JSONValue)] {
    definition.fieldsInOrder.compactMap { field in values[field.number].map { (field, $0) } }
  }

  mutating func add(_ name: String, _ value: JSONValue) throws(ProtobufError) {
    guard let field = definition.field(name) else {
      throw ProtobufError(
        .unknownField, "unknown field of \(definition.fullName)",
        path: Nearest.repeated(name, among: definition.fieldsInOrder.map(\.name)))
    }
    guard names.insert(field.number).inserted else {
      throw ProtobufError(.duplicate, "the field is given twice, once in each spelling", path: name)
    }
    if value == .null, !Self.holdsNull(field) { return }
    if let oneof = field.oneofIndex, let other = oneofs.updateValue(name, forKey: oneof) {
      throw ProtobufError(
        .duplicate, "only one of \"\(name)\" and \"\(other)\" may be given", path: name)
    }
    values[field.number] = value
  }

  /// Returns whether null is a value of the field. For any other field, null is the same as no
  /// member.
  private static func holdsNull(_ field: FieldDescriptor) -> Bool {
    !field.isRepeated
      && ["google.protobuf.Value", WellKnownType.nullValue].contains(field.typeName)
  }
}
