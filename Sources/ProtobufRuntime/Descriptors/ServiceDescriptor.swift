/// The definition of a service.
public struct ServiceDescriptor: Hashable, Sendable {
  /// The name without its package.
  public let name: String
  /// The name with its package, as `steward.orgs.v1.Orgs`.
  public let fullName: String
  /// The methods in the order of the `.proto`.
  public let methods: [MethodDescriptor]
  /// What the `.proto` says of it.
  public let comment: String

  /// Returns the method of that name.
  public func method(named name: String) -> MethodDescriptor? {
    methods.first { $0.name == name }
  }
}

/// The definition of a method.
public struct MethodDescriptor: Hashable, Sendable {
  /// The name within its service.
  public let name: String
  /// The full name of the message that it takes.
  public let input: String
  /// The full name of the message that it returns.
  public let output: String
  /// Whether the caller sends a stream.
  public let clientStreaming: Bool
  /// Whether the method answers with a stream.
  public let serverStreaming: Bool
  /// The serialized `google.protobuf.MethodOptions`, with options that this program may not know.
  public let options: [UInt8]
  /// What the `.proto` says of it.
  public let comment: String

  /// Returns the bytes of a message-valued option by its field number, merged as protobuf does.
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
