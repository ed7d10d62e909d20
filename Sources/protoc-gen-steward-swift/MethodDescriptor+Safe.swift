internal import ProtobufRuntime

extension MethodDescriptor {
  /// The numbers of `steward.options.v1.rules`, of `idempotency` in it, and of `IDEMPOTENCY_SAFE`.
  /// They are numbers because the generator runs before the Swift code of these options exists.
  private static let (rules, idempotency, safe) = (50400, 2, UInt64(1))

  /// Whether the method declares that it changes nothing.
  var isSafe: Bool {
    guard let bytes = try? option(Self.rules) else { return false }
    var reader = WireReader(bytes)
    var value: UInt64?
    while let tag = try? reader.tag() {
      guard tag == WireTag(number: Self.idempotency, type: .varint) else {
        guard (try? reader.skip(tag.type)) != nil else { return false }
        continue
      }
      value = try? reader.varint()
    }
    return value == Self.safe
  }
}
