/// Fields that a newer peer wrote and this program doesn't know. They are kept and written again.
public struct UnknownFields: Hashable, Sendable {
  /// The fields in wire format.
  let bytes: [UInt8]

  /// No fields.
  public init() { bytes = [] }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether there are no fields.
  public var isEmpty: Bool { bytes.isEmpty }
}
