internal import IPC
internal import ProtobufRuntime
internal import StewardProtos
internal import StewardServices

extension HostDesk {
  func describe(_ request: DescribeRequest, context: CallContext) async throws -> DescribeResponse {
    if request.name.isEmpty {
      return DescribeResponse(
        services: request.namesOnly ? namedServices() : await allServices())
    }
    if let service = serviceName(in: request.name) {
      return DescribeResponse(services: [try await describedService(service)])
    }
    let services = await allServices().filter { Self.defines(request.name, $0.descriptorSet) }
    guard !services.isEmpty else {
      throw Status.nothingDescribed(request.name, among: router.services)
    }
    return DescribeResponse(services: services)
  }

  /// The service that `name` is, or that it is a method of.
  private func serviceName(in name: String) -> String? {
    if router.destination(of: name[...]) != nil { return name }
    guard let end = name.lastIndex(where: { $0 == "/" || $0 == "." }) else { return nil }
    let service = name[..<end]
    return router.destination(of: service) == nil ? nil : String(service)
  }

  /// Every service, whether or not its module can be started.
  private func namedServices() -> [DescribedService] {
    router.services.map { DescribedService(name: $0) }
  }

  /// Every service whose module can be started: one that can't hides no other.
  private func allServices() async -> [DescribedService] {
    await withTaskGroup { group in
      for service in router.services {
        group.addTask { try? await describedService(service) }
      }
      var services: [DescribedService] = []
      for await case let service? in group { services.append(service) }
      return services.sorted { $0.name < $1.name }
    }
  }

  private func describedService(_ service: String) async throws -> DescribedService {
    switch router.destination(of: service[...]) {
    case .local, .permissions:
      return DescribedService(
        name: service, plugin: "host", descriptorSet: Self.descriptorSet)
    case .refused(let status): throw status
    case .module(let route):
      guard case .supervised(let supervisor) = try await entry(named: route.name) else {
        throw Status.nothingDescribed(service, among: router.services)
      }
      let session = try await supervisor.session()
      return DescribedService(
        name: service, plugin: route.name,
        descriptorSet: session.connection.peer?.descriptorSet ?? [])
    case nil:
      throw Status.nothingDescribed(service, among: router.services)
    }
  }

  private static func defines(_ name: String, _ descriptorSet: [UInt8]) -> Bool {
    guard let pool = try? DescriptorPool(serializedFileDescriptorSet: descriptorSet) else {
      return false
    }
    return pool.enums[name] != nil || (try? pool.message(named: name)) != nil
  }
}

extension Status {
  static func nothingDescribed(_ name: String, among services: [String]) -> Status {
    Status(
      .notFound, reason: "NOTHING_DESCRIBED",
      message: "There is no service, method, message or enum \"\(name)\""
        + "\(Nearest.ending(for: name, among: services)) "
        + "The services are: \(services.joined(separator: ", ")).")
  }
}
