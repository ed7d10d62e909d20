internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime
internal import Status

extension HostService {
  /// The maximum length of a name to describe, in bytes. Protobuf's names have no limit; ours are
  /// far shorter.
  private static let maximumNameLength = 512

  func describe(_ request: DescribeRequest, context: CallContext) async throws -> DescribeResponse {
    guard max(request.name.utf8.count, request.plugin.utf8.count) <= Self.maximumNameLength
    else { throw Status.nameTooLong }
    if request.name.isEmpty {
      let names = try await services(of: request.plugin)
      return DescribeResponse(
        services: request.namesOnly
          ? names.map { DescribedService(name: $0) } : await services(names) { _ in true })
    }
    if let service = serviceName(in: request.name) {
      return DescribeResponse(services: [try await self.service(service).described])
    }
    let services = await services(router.services) { $0.defines(request.name) }
    guard !services.isEmpty else {
      throw Status.nothingDescribed(request.name, among: router.services)
    }
    return DescribeResponse(services: services)
  }

  /// Returns the service that `name` names, or the service of the method that `name` names; `nil`
  /// if there is no such service.
  private func serviceName(in name: String) -> String? {
    if router.destination(of: name[...]) != nil { return name }
    guard let end = name.lastIndex(where: { $0 == "/" || $0 == "." }) else { return nil }
    let service = name[..<end]
    return router.destination(of: service) == nil ? nil : String(service)
  }

  /// Returns the names of the services of a plugin, or of all if `plugin` is empty, whether or not
  /// their plugins can be started.
  private func services(of plugin: String) async throws -> [String] {
    if plugin.isEmpty { return router.services }
    if plugin == "host" {
      return router.services.filter {
        switch router.destination(of: $0[...]) {
        case .local, .permissions: true
        default: false
        }
      }
    }
    _ = try await entry(named: plugin)
    return router.services.filter {
      guard case .plugin(let route) = router.destination(of: $0[...]) else { return false }
      return route.name == plugin
    }
  }

  /// Returns those of the services that match `isWanted` and whose plugin can be started. A plugin
  /// that can't be started doesn't hide the services of others.
  private func services(
    _ names: [String], where isWanted: @escaping @Sendable (PluginMethods) -> Bool
  ) async -> [DescribedService] {
    await withTaskGroup { group in
      for name in names {
        group.addTask { () -> DescribedService? in
          guard let found = try? await service(name), isWanted(found.methods) else { return nil }
          return found.described
        }
      }
      var services: [DescribedService] = []
      for await case let service? in group { services.append(service) }
      return services.sorted { $0.name < $1.name }
    }
  }

  private func service(
    _ service: String
  ) async throws -> (described: DescribedService, methods: PluginMethods) {
    switch router.destination(of: service[...]) {
    case .local(_, let methods), .permissions(let methods):
      return (
        DescribedService(name: service, plugin: "host", descriptorSet: Self.descriptorSet), methods
      )
    case .refused(let status): throw status
    case .plugin(let route):
      guard case .supervised(let supervisor) = try await entry(named: route.name) else {
        throw Status.nothingDescribed(service, among: router.services)
      }
      let session = try await supervisor.session()
      let described = DescribedService(
        name: service, plugin: route.name,
        descriptorSet: session.connection.peer?.descriptorSet ?? [])
      return (described, session.methods)
    case nil:
      throw Status.nothingDescribed(service, among: router.services)
    }
  }
}

extension Status {
  fileprivate static let nameTooLong = Status(
    .invalidArgument, reason: "NAME_TOO_LONG",
    message: "name: must be at most 512 bytes; give the full name of a service, method, message or "
      + "enum.")

  static func nothingDescribed(_ name: String, among services: [String]) -> Status {
    Status(
      .notFound, reason: "NOTHING_DESCRIBED",
      message: "There is no service, method, message or enum "
        + "\"\(Nearest.repeated(qualified: name, among: services))\""
        + "\(Nearest.ending(for: name, among: services)) "
        + "The services are: \(services.joined(separator: ", ")).")
  }
}
