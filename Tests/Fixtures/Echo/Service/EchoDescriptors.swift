import ProtobufRuntime

/// The descriptor set of the echo service, written by hand. It contains what a valid `.proto` must
/// not contain, such as a method without a permission.
public enum EchoDescriptors {
  struct Method {
    var name: String
    var permission = "echo.use"
    /// The value of a `steward.options.v1.Idempotency`.
    var idempotency: UInt64 = 0
    var defaultDeadlineMs: UInt64 = 0
    var privileged = false
    var clientStreaming = false
    var serverStreaming = false
  }

  static let methods = [
    Method(name: "Say", idempotency: 1),
    Method(name: "Change", idempotency: 3),
    Method(name: "Risk"),
    Method(name: "Wait", defaultDeadlineMs: 50),
    Method(name: "Forbidden", permission: ""),
    Method(name: "Greet", permission: "public"),
    Method(name: "Rule", idempotency: 1, privileged: true),
    Method(name: "Ask", idempotency: 1),
    Method(name: "Forward", permission: "public"),
    Method(name: "Count", idempotency: 1, serverStreaming: true),
    Method(name: "Collect", clientStreaming: true),
    Method(name: "Chat", clientStreaming: true, serverStreaming: true),
  ]

  /// Returns the descriptor set of a service with these methods.
  public static func set(package: String, service: String) -> [UInt8] {
    var set = WireWriter()
    set.field(1, wrappers)
    set.field(1, file(package: package, service: service))
    return set.bytes
  }

  private static func file(package: String, service: String) -> [UInt8] {
    var definition = WireWriter()
    definition.field(1, service.utf8)
    for method in methods { definition.field(2, bytes(of: method)) }
    var file = WireWriter()
    file.field(1, "\(package).proto".utf8)
    file.field(2, package.utf8)
    file.field(3, "google/protobuf/wrappers.proto".utf8)
    file.field(6, definition.bytes)
    file.field(12, "proto3".utf8)
    return file.bytes
  }

  private static func bytes(of method: Method) -> [UInt8] {
    var rules = WireWriter()
    if !method.permission.isEmpty { rules.field(1, method.permission.utf8) }
    if method.idempotency != 0 { rules.field(2, method.idempotency) }
    if method.defaultDeadlineMs != 0 { rules.field(3, method.defaultDeadlineMs) }
    if method.privileged { rules.field(5, 1) }
    var options = WireWriter()
    options.field(50400, rules.bytes)
    var definition = WireWriter()
    definition.field(1, method.name.utf8)
    definition.field(2, ".google.protobuf.StringValue".utf8)
    definition.field(3, ".google.protobuf.StringValue".utf8)
    definition.field(4, options.bytes)
    if method.clientStreaming { definition.field(5, 1) }
    if method.serverStreaming { definition.field(6, 1) }
    return definition.bytes
  }

  /// The part of google/protobuf/wrappers.proto that is needed.
  private static var wrappers: [UInt8] {
    var field = WireWriter()
    field.field(1, "value".utf8)
    field.field(3, 1)  // Number 1,
    field.field(4, 1)  // optional,
    field.field(5, 9)  // string.
    var message = WireWriter()
    message.field(1, "StringValue".utf8)
    message.field(2, field.bytes)
    var file = WireWriter()
    file.field(1, "google/protobuf/wrappers.proto".utf8)
    file.field(2, "google.protobuf".utf8)
    file.field(4, message.bytes)
    file.field(12, "proto3".utf8)
    return file.bytes
  }
}
