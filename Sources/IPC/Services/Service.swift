/// A service of a plugin. Every generated service protocol refines this protocol.
public protocol Service: Sendable {
  /// The full name, such as `steward.orgs.v1.Orgs`.
  static var name: String { get }
  /// A serialized FileDescriptorSet that describes the service and everything that it uses.
  static var descriptorSet: [UInt8] { get }
  /// Registers the service's methods.
  func register(in methods: inout ServiceRouter)
}
