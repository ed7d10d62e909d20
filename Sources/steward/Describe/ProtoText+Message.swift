internal import ProtobufRuntime

extension ProtoText {
  /// Returns the text of a message with its fields. The fields of a oneof stand together.
  func message(_ message: MessageDescriptor, _ pool: DescriptorPool) -> String {
    comment(message.comment, indent: "")
      + "message \(style.paint(message.fullName, .bold)) {\n" + fields(of: message, pool) + "}\n"
  }

  private func fields(of message: MessageDescriptor, _ pool: DescriptorPool) -> String {
    var text = ""
    var written: Set<Int> = []
    for field in message.fields {
      guard let index = field.oneofIndex, field.isOneofMember else {
        text += self.field(field, message, pool, indent: "  ")
        continue
      }
      guard written.insert(index).inserted else { continue }
      text += oneof(index, of: message, pool)
    }
    return text
  }

  private func oneof(_ index: Int, of message: MessageDescriptor, _ pool: DescriptorPool) -> String
  {
    let oneof = message.oneofs[index]
    let members = message.fields.filter { $0.oneofIndex == index }
    return comment(oneof.comment, indent: "  ") + "  oneof \(oneof.name) {\n"
      + members.map { field($0, message, pool, indent: "    ") }.joined() + "  }\n"
  }

  private func field(
    _ field: FieldDescriptor, _ message: MessageDescriptor, _ pool: DescriptorPool, indent: String
  ) -> String {
    let type = field.typeText(in: pool, relativeTo: message.fullName)
    return comment(field.comment, indent: indent)
      + "\(indent)\(type) \(style.paint(field.name, .bold)) = \(field.number);\n"
  }
}
