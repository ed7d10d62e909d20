/// The descriptor of an enum.
public struct EnumDescriptor: Hashable, Sendable {
  /// One named value of an enum.
  public struct Value: Hashable, Sendable {
    /// The name in the `.proto`, as `STATE_READY`.
    public let name: String
    /// The number on the wire.
    public let number: Int32
    /// The comment on the value in the `.proto`.
    public let comment: String
  }

  /// The name without its package.
  public let name: String
  /// The name with its package.
  public let fullName: String
  /// The values in the order of the `.proto`.
  public let values: [Value]
  /// The comment on the enum in the `.proto`.
  public let comment: String

  /// Returns the first name with that number.
  public func name(of number: Int32) -> String? {
    values.first { $0.number == number }?.name
  }

  /// Returns the number with that name.
  public func number(of name: String) -> Int32? {
    values.first { $0.name == name }?.number
  }
}
