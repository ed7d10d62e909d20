import AdminProtos
import ProtobufRuntime

extension Organization {
  /// The organization as the Admin API shows it.
  var adminJSON: JSONValue {
    .object([("id", .string(id)), ("type", .string("organization")), ("name", .string(name))])
  }

  static let adminSchema = Schema.object(
    .init("id", .uuid), .init("type", .constant("organization")), .init("name", .string)
  ).named("Organization")
}
