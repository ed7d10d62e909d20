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
