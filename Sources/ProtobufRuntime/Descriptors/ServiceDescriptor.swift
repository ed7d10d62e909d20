/// The descriptor of a service.
public struct ServiceDescriptor: Hashable, Sendable {
  /// The name without its package.
  public let name: String
  /// The name with its package, as `steward.orgs.v1.Orgs`.
  public let fullName: String
  /// The methods in the order of the `.proto`.
  public let methods: [MethodDescriptor]
  /// The comment on the service in the `.proto`.
  public let comment: String

  /// Returns the method with that name.
  public func method(named name: String) -> MethodDescriptor? {
    methods.first { $0.name == name }
  }
}

/// The descriptor of a method.
public struct MethodDescriptor: Hashable, Sendable {
  /// The name within its service.
  public let name: String
  /// The full name of the request message.
  public let input: String
  /// The full name of the response message.
  public let output: String
  /// Whether the caller sends a stream.
  public let clientStreaming: Bool
  /// Whether the method responds with a stream.
  public let serverStreaming: Bool
  /// The serialized `google.protobuf.MethodOptions`. They may contain options that this program
  /// doesn't know.
  public let options: [UInt8]
  /// The comment on the method in the `.proto`.
  public let comment: String

  /// Returns the bytes of an option that is a message, by its field number. If the option occurs
  /// more than once, the bytes are merged as in protobuf.
  public func option(_ number: Int) throws(ProtobufError) -> [UInt8]? {
    var reader = WireReader(options)
    var found: [UInt8]?
    while let tag = try reader.tag() {
      guard tag == WireTag(number: number, type: .lengthDelimited) else {
        try reader.skip(tag.type)
        continue
      }
      found = (found ?? []) + (try reader.nested()).remainder
    }
    return found
  }
}
