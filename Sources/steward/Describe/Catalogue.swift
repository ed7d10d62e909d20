internal import IPC
internal import JSONCalls
internal import ProtobufRuntime
internal import Status

/// The descriptors of everything that the host's services define, found by name.
struct Catalogue: Sendable {
  private var definitions: [String: Definition] = [:]
  /// The services, in the order of the host's response.
  let services: [Definition]

  init(services: [ServiceDefinition]) {
    self.services = services.map(Definition.service)
    for definition in services {
      add(.service(definition))
      for method in definition.service.methods { add(.method(method, of: definition)) }
      for message in definition.pool.messages.values where !message.isMapEntry {
        add(.message(message, in: definition.pool))
      }
      for descriptor in definition.pool.enums.values { add(.enumeration(descriptor)) }
    }
  }

  /// Two plugins may have the same file, such as the one with the method options. One copy is
  /// enough.
  private mutating func add(_ definition: Definition) { definitions[definition.name] = definition }

  /// Returns the descriptor with a name that may be shortened from the left. Throws if no
  /// descriptor matches, or more than one.
  func definition(named name: String) throws -> Definition {
    if let exact = definitions[name] { return exact }
    let matches = definitions.keys.filter { $0.isNamed(name) }.sorted()
    guard matches.count < 2 else {
      throw UsageError(
        "'\(name)' is ambiguous: \(matches.joined(separator: " or ")); give more of the name.")
    }
    guard let match = matches.first, let found = definitions[match] else { throw unknown(name) }
    return found
  }

  private func unknown(_ name: String) -> Status {
    let short = Set(definitions.keys.map { String($0.split(separator: ".").last ?? "") })
    let question = Nearest.question(for: name, among: short)
    let repeated = Nearest.repeated(qualified: name, among: short)
    return Status(
      .notFound, reason: "NOTHING_DESCRIBED",
      message: "No plugin defines '\(repeated)'.\(question) "
        + "steward describe lists all services.")
  }
}
