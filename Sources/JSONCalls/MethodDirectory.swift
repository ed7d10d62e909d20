public import IPC
internal import ProtobufRuntime
internal import Status

/// A directory of the methods that the host describes.
///
/// It keeps each description for a while. It asks again earlier when a description doesn't fit a
/// call, because another version of the plugin may have replaced the plugin.
public actor MethodDirectory {
  /// How long a description is kept.
  private let memory: Duration
  /// The age up to which a description that doesn't fit is still trusted. So the mistakes of
  /// strangers don't become work for the host.
  private let youth: Duration
  private let channel: any Channel
  private let options: CallOptions
  private var names = Remembered<ServiceNames>()
  private var definitions: [String: Remembered<ServiceDefinition>] = [:]

  /// Creates a directory that asks the host over `channel`.
  public init(over channel: any Channel, options: CallOptions = CallOptions()) {
    self.init(over: channel, options: options, memory: .seconds(10), youth: .seconds(1))
  }

  /// Creates a directory with the given ages, for tests.
  package init(
    over channel: any Channel, options: CallOptions = CallOptions(), memory: Duration,
    youth: Duration
  ) {
    (self.channel, self.options) = (channel, options)
    (self.memory, self.youth) = (memory, youth)
  }

  /// Returns the call of a method, from a description that is no older than `age`, or than the
  /// directory's default.
  ///
  /// - Throws: ``Status``, when there is no such method or its plugin can't be started.
  public func call(
    of method: MethodName, noOlderThan age: Duration? = nil
  ) async throws -> JSONCall {
    let age = age ?? memory
    let service = try await names(noOlderThan: age).resolve(method.service)
    let definition = try await definition(of: service, noOlderThan: age)
    return try JSONCall(definition.method(method.method), of: definition)
  }

  /// Returns the definitions of all services whose plugins can be started, sorted by name.
  public func definitions() async throws -> [ServiceDefinition] {
    let services = try await names(noOlderThan: memory).names
    return await withTaskGroup { group in
      for service in services {
        group.addTask { try? await self.definition(of: service, noOlderThan: self.memory) }
      }
      var found: [ServiceDefinition] = []
      for await case let definition? in group { found.append(definition) }
      return found.sorted { $0.service.fullName < $1.service.fullName }
    }
  }

  /// Returns the call of a method. Gets a new description if an old one has no such method.
  public func freshCall(of method: MethodName) async throws -> JSONCall {
    do {
      return try await call(of: method)
    } catch let status as Status where status.code == .unimplemented {
      return try await call(of: method, noOlderThan: youth)
    }
  }

  /// Returns what `body` makes of the call of a method, such as the translation of a request.
  ///
  /// When `body` finds that something doesn't fit, it runs once more with a new description, if
  /// there is a new one that differs. It runs outside the directory's actor, so that a slow
  /// translation of one request delays no other request.
  ///
  /// - Parameter known: The call from a recent description.
  public nonisolated func withCall<Outcome>(
    of method: MethodName, describedAs known: JSONCall, _ body: (JSONCall) throws -> Outcome
  ) async throws -> Outcome {
    do {
      return try body(known)
    } catch let status as Status where status.mayBeOfOldDescription {
      let call = try await call(of: method, noOlderThan: youth)
      guard !call.isDescribed(as: known) else { throw status }
      return try body(call)
    }
  }

  private func names(noOlderThan age: Duration) async throws -> ServiceNames {
    let asked = names.asked(noOlderThan: age) { [channel, options] in
      try await .fetch(over: channel, options: options)
    }
    do {
      return try await asked.value
    } catch {
      names.forget(asked)
      throw error
    }
  }

  private func definition(
    of service: String, noOlderThan age: Duration
  ) async throws -> ServiceDefinition {
    let asked = definitions[service, default: Remembered()].asked(noOlderThan: age) {
      [channel, options] in
      try await Self.definition(of: service, over: channel, options: options)
    }
    do {
      return try await asked.value
    } catch {
      definitions[service]?.forget(asked)
      throw error
    }
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

extension Status {
  /// Whether a request may have been refused because its method has changed since. This is never so
  /// for a text that is not JSON.
  fileprivate var mayBeOfOldDescription: Bool {
    code == .invalidArgument && reason != .malformedJSON
  }
}

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
