/// A service of some plugin: what a generated service protocol refines.
public protocol Service: Sendable {
  /// The full name, as `steward.orgs.v1.Orgs`.
  static var name: String { get }
  /// A serialized FileDescriptorSet that defines the service and all that it uses.
  static var descriptorSet: [UInt8] { get }
  /// Enters the service's methods.
  func register(in methods: inout ServiceRouter)
}
