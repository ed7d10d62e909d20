/// Storage for an optional message inside a message of its own kind, which a struct cannot hold directly.
public indirect enum Indirect<Value: Hashable & Sendable>: Hashable, Sendable {
  /// No value.
  case absent
  /// A value, held by reference.
  case present(Value)

  /// Stores a value, or its absence.
  public init(_ value: Value?) {
    self = value.map(Indirect.present) ?? .absent
  }

  /// What is stored.
  public var value: Value? {
    switch self {
    case .absent: nil
    case .present(let value): value
    }
  }
}
