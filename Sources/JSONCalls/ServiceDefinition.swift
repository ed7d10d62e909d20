internal import HostProtos
internal import HostServices
public import IPC
public import ProtobufRuntime
internal import Status

/// A service as its plugin defines it.
public struct ServiceDefinition: Sendable {
  /// The service's methods.
  public let service: ServiceDescriptor
  /// The plugin that serves it; "host" for the host's own services.
  public let plugin: String
  /// The descriptors of everything that the service uses.
  public let pool: DescriptorPool
  /// The same descriptors as the plugin sent them. Two definitions are equal if these bytes are
  /// equal.
  public let descriptorSet: [UInt8]
}

extension ServiceDefinition {
  /// Asks the host for the services with the full name `name`; if `name` is empty, for those of a
  /// plugin, or for all services if `plugin` is empty too.
  ///
  /// When all are asked for, services whose plugins can't be started are left out.
  public static func fetch(
    _ name: String = "", ofPlugin plugin: String = "", over channel: any Channel,
    options: CallOptions = CallOptions()
  ) async throws -> [ServiceDefinition] {
    let response = try await HostClient(channel).describe(
      DescribeRequest(name: name, plugin: plugin), options: options)
    return try response.services.compactMap(ServiceDefinition.init)
  }

  /// Creates the definition from a plugin's descriptors; nil if they lack its own service.
  private init?(_ described: DescribedService) throws {
    let pool: DescriptorPool
    do {
      pool = try DescriptorPool(serializedFileDescriptorSet: described.descriptorSet)
    } catch {
      throw Status(
        .dataLoss, reason: "BROKEN_DESCRIPTORS",
        message: "The descriptors of plugin '\(described.plugin)' can't be read: \(error). "
          + "Build the plugin again.")
    }
    guard let service = pool.services[described.name] else { return nil }
    self.init(
      service: service, plugin: described.plugin, pool: pool,
      descriptorSet: described.descriptorSet)
  }

  /// Returns the method of that name.
  ///
  /// - Throws: ``Status`` that names the most similar method, when there is no such method.
  public func method(_ name: String) throws -> MethodDescriptor {
    if let method = service.method(named: name) { return method }
    let names = service.methods.map(\.name)
    throw Status(
      .unimplemented, reason: .unknownMethod,
      message: "Service \(service.fullName) has no method "
        + "'\(Nearest.repeated(name, among: names))'."
        + Nearest.didYouMean(for: name, among: names)
        + " Its methods are: \(names.joined(separator: ", ")).")
  }
}
