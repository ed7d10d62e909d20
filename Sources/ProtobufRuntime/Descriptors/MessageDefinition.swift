/// The content of one message, as a descriptor set gives it.
package final class MessageDefinition: Sendable {
  package let name: String
  package let fullName: String
  /// The fields in the order of the `.proto`.
  package let fields: [FieldDescriptor]
  package let oneofs: [OneofDescriptor]
  package let messages: [MessageDefinition]
  package let enums: [EnumDescriptor]
  package let isMapEntry: Bool
  package let comment: String
  /// The fields in the order of their numbers, which is the order on the wire.
  let fieldsInOrder: [FieldDescriptor]
  private let byNumber: [Int: FieldDescriptor]
  private let byName: [String: FieldDescriptor]

  init(
    name: String, fullName: String, fields: [FieldDescriptor], oneofs: [OneofDescriptor],
    messages: [MessageDefinition], enums: [EnumDescriptor], isMapEntry: Bool, comment: String
  ) {
    self.name = name
    self.fullName = fullName
    self.fields = fields
    self.oneofs = oneofs
    self.messages = messages
    self.enums = enums
    self.isMapEntry = isMapEntry
    self.comment = comment
    fieldsInOrder = fields.sorted { $0.number < $1.number }
    byNumber = Dictionary(fields.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let spellings = fields.map { ($0.name, $0) } + fields.map { ($0.jsonName, $0) }
    byName = Dictionary(spellings, uniquingKeysWith: { first, _ in first })
  }

  func field(_ number: Int) -> FieldDescriptor? { byNumber[number] }

  /// Returns the field with that name, in either spelling.
  func field(_ name: String) -> FieldDescriptor? { byName[name] }
}
