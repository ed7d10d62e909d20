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
