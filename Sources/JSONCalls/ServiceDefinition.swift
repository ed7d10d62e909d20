internal import HostProtos
internal import HostServices
public import IPC
public import ProtobufRuntime
internal import Status

/// A service as its plugin defines it.
public struct ServiceDefinition: Sendable {
  /// The service's methods.
  public let service: ServiceDescriptor
  /// The plugin that serves it; "host" for the host's own.
  public let plugin: String
  /// The definitions of everything that it uses.
  public let pool: DescriptorPool
  /// The same as the plugin handed them over: two definitions are alike if these are.
  public let descriptorSet: [UInt8]
}

extension ServiceDefinition {
  /// Asks the host for the services of that full name, or for all with an empty one.
  ///
  /// Those whose plugins can't be started are left out when all are asked for.
  public static func fetch(
    _ name: String = "", over channel: any Channel, options: CallOptions = CallOptions()
  ) async throws -> [ServiceDefinition] {
    let response = try await HostClient(channel).describe(
      DescribeRequest(name: name), options: options)
    return try response.services.compactMap(ServiceDefinition.init)
  }

  /// Creates the definition from what a plugin handed over; nil if it lacks its own service.
  private init?(_ described: DescribedService) throws {
    let pool: DescriptorPool
    do {
      pool = try DescriptorPool(serializedFileDescriptorSet: described.descriptorSet)
    } catch {
      throw Status(
        .dataLoss, reason: "BROKEN_DESCRIPTORS",
        message: "Plugin '\(described.plugin)' defines its services in a way that can't be read: "
          + "\(error); build it anew.")
    }
    guard let service = pool.services[described.name] else { return nil }
    self.init(
      service: service, plugin: described.plugin, pool: pool,
      descriptorSet: described.descriptorSet)
  }

  /// Returns the method of that name, or refuses with the nearest.
  public func method(_ name: String) throws -> MethodDescriptor {
    if let method = service.method(named: name) { return method }
    let names = service.methods.map(\.name)
    throw Status(
      .unimplemented, reason: "UNKNOWN_METHOD",
      message: "Service \(service.fullName) has no method "
        + "'\(Nearest.repeated(name, among: names))'."
        + Nearest.question(for: name, among: names)
        + " It has: \(names.joined(separator: ", ")).")
  }
}
