internal import IPC
internal import ProtobufRuntime

/// The methods that there are, as the host describes them: each service is asked for once.
actor MethodDirectory {
  private let channel: any Channel
  private let options: CallOptions
  private var names: Task<ServiceNames, any Error>?
  private var definitions: [String: Task<ServiceDefinition, any Error>] = [:]

  init(over channel: any Channel, options: CallOptions) {
    (self.channel, self.options) = (channel, options)
  }

  /// Returns the call of a method, whose service's name may be shortened from the left.
  func call(of method: MethodName) async throws -> DynamicCall {
    let service = try await serviceNames().resolve(method.service)
    let definition = try await definition(of: service)
    return try DynamicCall(definition.method(method.method), of: definition)
  }

  private func serviceNames() async throws -> ServiceNames {
    let task =
      names ?? Task { [channel, options] in try await .fetch(over: channel, options: options) }
    names = task
    return try await task.value
  }

  private func definition(of service: String) async throws -> ServiceDefinition {
    let task =
      definitions[service]
      ?? Task { [channel, options] in
        try await Self.definition(of: service, over: channel, options: options)
      }
    definitions[service] = task
    return try await task.value
  }

  private static func definition(
    of service: String, over channel: any Channel, options: CallOptions
  ) async throws -> ServiceDefinition {
    let found = try await ServiceDefinition.fetch(service, over: channel, options: options)
    if let definition = found.first(where: { $0.service.fullName == service }) { return definition }
    throw Status(
      .unavailable, reason: "NOT_DESCRIBED",
      message: "The host does not describe \(service) now; see: steward plugin list")
  }
}
