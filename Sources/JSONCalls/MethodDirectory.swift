public import IPC
internal import ProtobufRuntime
internal import Status

/// The methods that there are, as the host describes them.
///
/// What was described is remembered for a while, and asked anew before that when it doesn't fit a call: a plugin
/// may have been replaced by another version of it.
public actor MethodDirectory {
  /// How long a description is taken to hold.
  private let memory: Duration
  /// How young a description must be to be believed when it doesn't fit: strangers' mistakes don't become work for
  /// the host.
  private let youth: Duration
  private let channel: any Channel
  private let options: CallOptions
  private var names = Remembered<ServiceNames>()
  private var definitions: [String: Remembered<ServiceDefinition>] = [:]

  /// Creates a directory that asks the host over `channel`.
  public init(over channel: any Channel, options: CallOptions = CallOptions()) {
    self.init(over: channel, options: options, memory: .seconds(10), youth: .seconds(1))
  }

  /// Creates a directory with patience of its own, for tests.
  package init(
    over channel: any Channel, options: CallOptions = CallOptions(), memory: Duration,
    youth: Duration
  ) {
    (self.channel, self.options) = (channel, options)
    (self.memory, self.youth) = (memory, youth)
  }

  /// Returns the call of a method, from a description that is no older than said, or as old as usual.
  ///
  /// - Throws: ``Status``, when there is no such method, or its plugin can't be started.
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

  /// Returns the call of a method, by a new description when an old one has no such method.
  public func freshCall(of method: MethodName) async throws -> JSONCall {
    do {
      return try await call(of: method)
    } catch let status as Status where status.code == .unimplemented {
      return try await call(of: method, noOlderThan: youth)
    }
  }

  /// Returns what `body` makes of the call of a method, as the translation of a request.
  ///
  /// When `body` finds that something doesn't fit, it is run once more by a new description, if
  /// there is one that says something else. It runs outside the directory: what one request takes
  /// to be translated holds up no other.
  ///
  /// - Parameter known: The call as it was described of late.
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
  /// Whether a request may have been refused because its method has changed since; what is no JSON
  /// never is.
  fileprivate var mayBeOfOldDescription: Bool {
    code == .invalidArgument && reason != RequestTranslator.malformed
  }
}
