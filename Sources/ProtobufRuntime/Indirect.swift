/// Storage for an optional message inside a message of the same type. A struct can't hold it
/// directly.
public indirect enum Indirect<Value: Hashable & Sendable>: Hashable, Sendable {
  /// No value.
  case absent
  /// A value, held by reference.
  case present(Value)

  /// Creates storage for a value, or for its absence.
  public init(_ value: Value?) {
    self = value.map(Indirect.present) ?? .absent
  }

  /// The stored value.
  public var value: Value? {
    switch self {
    case .absent: nil
    case .present(let value): value
    }
  }
}
