internal import IPCProtos
internal import ProtobufRuntime

/// The methods of a plugin's services and the rules that they declare, read from its descriptor
/// set.
struct PluginMethods: Sendable {
  struct Method: Sendable {
    var rules: MethodRules
    /// Records the calls of the method.
    let calls: CallRecorder

    /// Returns the deadline of a call that began at `start` without one; `nil` if the rules set no
    /// default.
    func defaultDeadline(from start: ContinuousClock.Instant) -> ContinuousClock.Instant? {
      rules.defaultDeadlineMs == 0
        ? nil : start + .milliseconds(Int64(rules.defaultDeadlineMs))
    }
    /// Whether the host may repeat a call whose plugin died before it responded.
    var isRepeatable: Bool {
      [.safe, .idempotent, .keyed].contains(rules.idempotency)
    }
  }

  /// The field number of `steward.options.v1.rules` in google.protobuf.MethodOptions.
  private static let rulesField = 50400

  private let services: [Substring: [Substring: Method]]
  /// The full names of the messages and enums that the descriptor set defines.
  private let types: Set<String>

  /// Reads the rules of `services`, which `descriptorSet` must define.
  ///
  /// - Parameter recorder: Records the calls of these methods.
  init(
    of services: [String], in descriptorSet: [UInt8], recorder: PluginRecorder = PluginRecorder()
  ) throws(InvalidDescriptors) {
    let pool: DescriptorPool
    do throws(ProtobufError) {
      pool = try DescriptorPool(serializedFileDescriptorSet: descriptorSet)
    } catch {
      throw InvalidDescriptors(problem: "its descriptor set can't be read: \(error)")
    }
    var found: [Substring: [Substring: Method]] = [:]
    for name in services {
      guard let service = pool.services[name] else {
        throw InvalidDescriptors(problem: "its descriptor set does not define \(name)")
      }
      found[name[...]] = try Self.methods(of: service, recorder)
    }
    self.services = found
    types = Set(pool.messages.keys).union(pool.enums.keys)
  }

  /// The method of that name; `nil` if there is no such service or method.
  subscript(name: MethodName) -> Method? {
    services[name.service]?[name.method]
  }

  /// Returns the sorted names of a service's methods.
  func names(in service: Substring) -> [String] {
    services[service].map { $0.keys.map(String.init).sorted() } ?? []
  }

  /// Whether the descriptor set defines a message or an enum of that full name.
  func defines(_ type: String) -> Bool { types.contains(type) }

  private static func methods(
    of service: ServiceDescriptor, _ recorder: PluginRecorder
  ) throws(InvalidDescriptors) -> [Substring: Method] {
    var methods: [Substring: Method] = [:]
    for method in service.methods {
      do throws(ProtobufError) {
        let bytes = try method.option(rulesField) ?? []
        methods[method.name[...]] = Method(
          rules: try MethodRules(serialized: bytes),
          calls: recorder.calls(
            of: "\(service.fullName)/\(method.name)",
            isStream: method.clientStreaming || method.serverStreaming))
      } catch {
        throw InvalidDescriptors(
          problem: "the rules of \(service.fullName)/\(method.name) can't be read: \(error)")
      }
    }
    return methods
  }
}

/// The reason why a plugin's descriptors can't be used.
struct InvalidDescriptors: Error, Hashable, Sendable {
  let problem: String
}
