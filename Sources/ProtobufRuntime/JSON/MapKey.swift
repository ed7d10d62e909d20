/// The key of a map's entry. JSON writes it as the name of a member.
struct MapKey {
  let wire: WireValue
  private let order: Order

  private enum Order {
    case number(Int64)
    case unsigned(UInt64)
    case text(String)
  }

  init(_ name: String, _ field: FieldDescriptor) throws(ProtobufError) {
    switch field.type {
    case .string:
      wire = try WireScalar.text(name)
      order = .text(name)
    case .bool:
      guard name == "true" || name == "false" else {
        throw ProtobufError(
          .invalidValue, "expected \"true\" or \"false\", got \"\(name.asRefused)\"")
      }
      wire = .varint(name == "true" ? 1 : 0)
      order = .unsigned(name == "true" ? 1 : 0)
    case .uint32, .uint64, .fixed32, .fixed64:
      wire = try WireScalar.number(name, field.type)
      order = .unsigned(JSONNumber.integer(name, as: UInt64.self) ?? 0)
    default:
      wire = try WireScalar.number(name, field.type)
      order = .number(JSONNumber.integer(name, as: Int64.self) ?? 0)
    }
  }

  static func < (a: MapKey, b: MapKey) -> Bool {
    switch (a.order, b.order) {
    case (.number(let a), .number(let b)): a < b
    case (.unsigned(let a), .unsigned(let b)): a < b
    case (.text(let a), .text(let b)): String.precedes(a, b)
    default: false
    }
  }
}
