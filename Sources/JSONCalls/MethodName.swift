/// The name of a method as people write it: SERVICE/METHOD.
public struct MethodName: Hashable, Sendable {
  /// The service's name, which may be shortened from the left: `Orgs` for `steward.orgs.v1.Orgs`.
  public let service: String
  /// The method's name within its service.
  public let method: String

  /// Splits a name into its parts; `nil` unless there is one "/" with text on both sides.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    (service, method) = (parts[0], parts[1])
  }
}
