internal import IPC
internal import IPCProtos
internal import JSONCalls
internal import ProtobufRuntime

/// A descriptor that `describe` can show.
enum Definition: Sendable {
  case service(ServiceDefinition)
  case method(MethodDescriptor, of: ServiceDefinition)
  case message(MessageDescriptor, in: DescriptorPool)
  case enumeration(EnumDescriptor)

  /// The full name. That of a method is `package.Service/Method`.
  var name: String {
    switch self {
    case .service(let definition): definition.service.fullName
    case .method(let method, let definition): "\(definition.service.fullName)/\(method.name)"
    case .message(let message, _): message.fullName
    case .enumeration(let descriptor): descriptor.fullName
    }
  }
}

extension Definition {
  /// The descriptor as JSON.
  var json: JSONValue {
    switch self {
    case .service(let definition): service(definition)
    case .method(let method, let definition):
      .object([("kind", .string("method"))] + members(of: method, definition.service.fullName))
    case .message(let message, let pool): self.message(message, pool)
    case .enumeration(let descriptor): enumeration(descriptor)
    }
  }

  private func service(_ definition: ServiceDefinition) -> JSONValue {
    let service = definition.service
    return .object([
      ("kind", .string("service")), ("name", .string(service.fullName)),
      ("plugin", .string(definition.plugin)), ("comment", .string(service.comment)),
      ("methods", .array(service.methods.map { .object(members(of: $0, service.fullName)) })),
    ])
  }

  private func members(of method: MethodDescriptor, _ service: String) -> [(String, JSONValue)] {
    let rules = method.rules
    return [
      ("name", .string("\(service)/\(method.name)")), ("comment", .string(method.comment)),
      ("request", .string(method.input)), ("response", .string(method.output)),
      ("client_streaming", .bool(method.clientStreaming)),
      ("server_streaming", .bool(method.serverStreaming)),
      ("permission", .string(rules.permission)), ("idempotency", .string(rules.idempotency.word)),
      ("default_deadline_ms", .number(String(rules.defaultDeadlineMs))),
      ("max_request_bytes", .number(String(rules.requestLimit))),
      ("password_within_s", .number(String(rules.passwordWithinS))),
    ]
  }

  private func message(_ message: MessageDescriptor, _ pool: DescriptorPool) -> JSONValue {
    let fields = message.fields.map { field -> JSONValue in
      let oneof = field.oneofIndex.map { message.oneofs[$0].name } ?? ""
      return .object([
        ("name", .string(field.name)), ("number", .number(String(field.number))),
        ("type", .string(field.typeText(in: pool, relativeTo: ""))),
        ("oneof", field.isOneofMember ? .string(oneof) : .null),
        ("comment", .string(field.comment)),
      ])
    }
    return .object([
      ("kind", .string("message")), ("name", .string(message.fullName)),
      ("comment", .string(message.comment)), ("fields", .array(fields)),
    ])
  }

  private func enumeration(_ descriptor: EnumDescriptor) -> JSONValue {
    let values = descriptor.values.map { value -> JSONValue in
      .object([
        ("name", .string(value.name)), ("number", .number(String(value.number))),
        ("comment", .string(value.comment)),
      ])
    }
    return .object([
      ("kind", .string("enum")), ("name", .string(descriptor.fullName)),
      ("comment", .string(descriptor.comment)), ("values", .array(values)),
    ])
  }
}
