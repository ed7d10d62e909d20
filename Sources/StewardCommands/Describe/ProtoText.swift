internal import IPCProtos
internal import JSONCalls
internal import ProtobufRuntime

/// A printer of descriptors in the style of a `.proto` file, with comments and rules.
struct ProtoText: Sendable {
  var style: Style

  func text(of definition: Definition) -> String {
    switch definition {
    case .service(let definition): service(definition)
    case .method(let method, let definition):
      self.method(method, scope: definition.service.fullName.enclosingScope, indent: "")
        + messages(of: method, in: definition.pool)
    case .message(let message, let pool): self.message(message, pool)
    case .enumeration(let descriptor): enumeration(descriptor)
    }
  }

  private func service(_ definition: ServiceDefinition) -> String {
    let service = definition.service
    let methods = service.methods.map {
      method($0, scope: service.fullName.enclosingScope, indent: "  ")
    }
    return comment(service.comment, indent: "")
      + style.paint("// Served by: \(definition.plugin)", .dim) + "\n"
      + "service \(style.paint(service.fullName, .bold)) {\n" + methods.joined(separator: "\n")
      + "}\n"
  }

  private func method(_ method: MethodDescriptor, scope: String, indent: String) -> String {
    let input = type(method.input, isStream: method.clientStreaming, scope)
    let output = type(method.output, isStream: method.serverStreaming, scope)
    let rules = method.rules
    let permission = rules.permission.isEmpty ? "none declared" : rules.permission
    let notes =
      "// permission: \(permission); repeatable: \(rules.idempotency.word)"
      + (rules.passwordWithinS > 0 ? "; password: within \(rules.passwordWithinS) s" : "")
    return comment(method.comment, indent: indent) + indent + style.paint(notes, .dim) + "\n"
      + "\(indent)rpc \(style.paint(method.name, .bold))(\(input)) returns (\(output));\n"
  }

  private func type(_ name: String, isStream: Bool, _ scope: String) -> String {
    (isStream ? "stream " : "") + name.shortened(relativeTo: scope)
  }

  /// Returns the text of a method's request and response, which a reader of the method needs next.
  private func messages(of method: MethodDescriptor, in pool: DescriptorPool) -> String {
    let names = method.input == method.output ? [method.input] : [method.input, method.output]
    return names.compactMap { try? pool.message(named: $0) }
      .map { "\n" + message($0, pool) }.joined()
  }

  private func enumeration(_ descriptor: EnumDescriptor) -> String {
    let values = descriptor.values.map { value in
      comment(value.comment, indent: "  ") + "  \(value.name) = \(value.number);\n"
    }
    return comment(descriptor.comment, indent: "")
      + "enum \(style.paint(descriptor.fullName, .bold)) {\n" + values.joined() + "}\n"
  }

  func comment(_ text: String, indent: String) -> String {
    let text = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    return text.map { indent + style.paint("// " + String($0).singleLine, .dim) + "\n" }.joined()
  }
}

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

extension FieldDescriptor {
  /// Returns the field's type as a `.proto` file writes it inside the given package or message:
  /// `repeated Workspace`, `map<string, uint32>`.
  func typeText(in pool: DescriptorPool, relativeTo scope: String) -> String {
    if let entry = mapEntry(in: pool), let key = entry.field(named: "key"),
      let value = entry.field(named: "value")
    {
      let name = value.elementText(relativeTo: scope)
      return "map<\(key.elementText(relativeTo: scope)), \(name)>"
    }
    let element = elementText(relativeTo: scope)
    return isRepeated ? "repeated \(element)" : isOptional ? "optional \(element)" : element
  }

  private func elementText(relativeTo scope: String) -> String {
    typeName?.shortened(relativeTo: scope) ?? type.name
  }

  private func mapEntry(in pool: DescriptorPool) -> MessageDescriptor? {
    guard isRepeated, type == .message, let typeName,
      let message = try? pool.message(named: typeName)
    else { return nil }
    return message.isMapEntry ? message : nil
  }
}

extension String {
  /// Returns the full name without the leading parts that it shares with `scope`.
  func shortened(relativeTo scope: String) -> String {
    var parts = split(separator: ".")[...]
    for part in scope.split(separator: ".") {
      guard parts.count > 1, parts.first == part else { break }
      parts.removeFirst()
    }
    return parts.joined(separator: ".")
  }

  /// The name without its last part.
  var enclosingScope: String {
    lastIndex(of: ".").map { String(self[..<$0]) } ?? ""
  }
}
