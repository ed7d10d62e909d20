public import IPCProtos
public import ProtobufRuntime

extension MethodDescriptor {
  /// The number of the method option that holds Steward's rules.
  private static let rulesOption = 50400

  /// The rules that the method declares; the default rules if it declares none that can be read.
  public var rules: MethodRules {
    guard let bytes = try? option(Self.rulesOption), let rules = try? MethodRules(serialized: bytes)
    else { return MethodRules() }
    return rules
  }

  /// Whether the method declares that it changes nothing.
  var isSafe: Bool { rules.idempotency == .safe }
}

extension Idempotency {
  /// The value as a word: `safe`, `idempotent`, `keyed` or `once`.
  public var word: String {
    switch self {
    case .safe: "safe"
    case .idempotent: "idempotent"
    case .keyed: "keyed"
    default: "once"
    }
  }
}
