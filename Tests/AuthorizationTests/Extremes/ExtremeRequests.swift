@testable import ProtobufRuntime

/// Requests that differ from a valid one in one field, at any depth, which has an extreme value.
struct ExtremeRequests {
  /// Deeper than any message of Steward except the recursive ones.
  private static let depth = 4

  let type: MessageDescriptor
  /// The valid request.
  let base: [(String, JSONValue)]

  /// Returns every request in the binary encoding. JSON requests that can't be converted are left
  /// out.
  func all() throws -> [[UInt8]] {
    let sound = try type.serialized(fromJSON: .object(base))
    let wires = wires(of: type, Self.depth).map { sound + $0 }
    let texts = jsons(of: type, Self.depth, in: base).compactMap {
      try? type.serialized(fromJSON: $0)
    }
    return [sound] + wires + texts
  }

  // MARK: On the wire

  /// Returns bytes to append to a message. Appended bytes replace the values of its fields, and are
  /// merged with its inner messages.
  private func wires(of type: MessageDescriptor, _ depth: Int) -> [[UInt8]] {
    type.fields.flatMap { field in
      switch field.type {
      case .message:
        guard depth > 0, let inner = try? type.pool.message(named: field.typeName ?? "") else {
          return [[UInt8]]()
        }
        return wires(of: inner, depth - 1).map { Self.field(field, $0) }
      case .string: return Extremes.strangers.map { Self.field(field, Array($0.utf8)) }
      case .bytes: return [Self.field(field, [UInt8](repeating: 0xFF, count: 10))]
      case .double:
        return Extremes.fractions.map { Self.fixed(field, 1, $0.bitPattern, bytes: 8) }
      case .fixed64, .sfixed64:
        return Extremes.whole.map { Self.fixed(field, 1, $0, bytes: 8) }
      case .float:
        return Extremes.fractions.map {
          Self.fixed(field, 5, UInt64(Float($0).bitPattern), bytes: 4)
        }
      case .fixed32, .sfixed32:
        return Extremes.whole.map { Self.fixed(field, 5, $0, bytes: 4) }
      default:
        return Extremes.whole.map { Self.varint(UInt64(field.number) << 3) + Self.varint($0) }
      }
    }
  }

  private static func field(_ field: FieldDescriptor, _ content: [UInt8]) -> [UInt8] {
    varint(UInt64(field.number) << 3 | 2) + varint(UInt64(content.count)) + content
  }

  private static func fixed(
    _ field: FieldDescriptor, _ wireType: UInt64, _ bits: UInt64, bytes: Int
  ) -> [UInt8] {
    varint(UInt64(field.number) << 3 | wireType)
      + (0..<bytes).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    var (rest, bytes) = (value, [UInt8]())
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  // MARK: As JSON

  /// Returns messages of a type that have an extreme value in one field each, beside `members`.
  private func jsons(
    of type: MessageDescriptor, _ depth: Int, in members: [(String, JSONValue)]
  ) -> [JSONValue] {
    type.fields.flatMap { field in
      values(of: field, in: type, depth, members.first { $0.0 == field.name }?.1).map { value in
        let whole: JSONValue = field.isRepeated ? Self.several(value, field, type) : value
        return .object(members.filter { $0.0 != field.name } + [(field.name, whole)])
      }
    }
  }

  /// Returns a list with the one element, or a map with the one entry.
  private static func several(
    _ value: JSONValue, _ field: FieldDescriptor, _ type: MessageDescriptor
  ) -> JSONValue {
    guard case .object(let entry) = value, let name = field.typeName,
      (try? type.pool.definition(name))?.isMapEntry == true
    else { return .array([value]) }
    let key =
      switch entry.first(where: { $0.0 == "key" })?.1 {
      case .string(let text), .number(let text): text
      default: "1"
      }
    return .object([(key, entry.first { $0.0 == "value" }?.1 ?? .string(""))])
  }

  private func values(
    of field: FieldDescriptor, in type: MessageDescriptor, _ depth: Int, _ old: JSONValue?
  ) -> [JSONValue] {
    switch field.type {
    case .string, .bytes, .bool:
      return Extremes.strangers.flatMap { [.string($0), .number($0)] }
    case .message:
      guard depth > 0, let inner = try? type.pool.message(named: field.typeName ?? "") else {
        return []
      }
      var members: [(String, JSONValue)] = []
      if case .object(let known)? = old { members = known }
      return Extremes.times.map(JSONValue.string) + Extremes.strangers.map(JSONValue.number)
        + jsons(of: inner, depth - 1, in: members)
    default:
      return Extremes.texts.map(JSONValue.number)
        + (Extremes.words + Extremes.strangers).map(JSONValue.string)
    }
  }
}
