/// An entry of a map as on the wire, for generated code only.
public protocol GeneratedMapEntry: GeneratedFields {
  /// The type of the map's keys.
  associatedtype Key: ProtobufMapKey
  /// The type of the map's values.
  associatedtype Value

  /// The entry's key.
  var key: Key { get }
  /// The entry's value.
  var value: Value { get }

  /// Creates an entry for writing.
  init(key: Key, value: Value)
}

/// A type that a map's key can have.
public protocol ProtobufMapKey: Hashable {
  /// Whether an entry with key `a` is written before one with key `b`. With this order, equal maps
  /// give equal bytes.
  static func precedes(_ a: Self, _ b: Self) -> Bool
}

extension ProtobufMapKey where Self: Comparable {
  public static func precedes(_ a: Self, _ b: Self) -> Bool { a < b }
}

extension Int32: ProtobufMapKey {}
extension Int64: ProtobufMapKey {}
extension UInt32: ProtobufMapKey {}
extension UInt64: ProtobufMapKey {}

extension Bool: ProtobufMapKey {
  public static func precedes(_ a: Bool, _ b: Bool) -> Bool { !a && b }
}

extension String: ProtobufMapKey {
  /// Orders by bytes, as every implementation of protobuf does. Swift's own order is Unicode's.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
