internal import ArgumentParser
internal import IPC
internal import JSONCalls
internal import ProtobufRuntime
internal import Status

/// `steward describe`.
struct DescribeCommand: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Show services, methods, messages and enums of any plugin.",
    discussion: """
      Without a name, it shows all services. The name may be shortened from the left, such as \
      Orgs, Orgs/List or Organization.
      """)

  @Argument(help: "The name of a service, method (SERVICE/METHOD), message or enum.")
  var name: String?

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let services = try await ServiceDefinition.fetch("", over: channel, options: callOptions)
    let catalogue = Catalogue(services: services)
    let served = try await ServiceNames.fetch(over: channel, options: callOptions).names
    let found = try name.map { [try catalogue.definition(named: $0)] } ?? catalogue.services
    return Report(
      response: name == nil
        ? .object([("services", .array(found.map(\.json)))]) : found[0].json,
      items: found.map(\.json), ids: found.map(\.name),
      readable: { style in
        found.map { ProtoText(style: style).text(of: $0) }.joined(separator: "\n")
      },
      note: Self.note(missing: Set(served).subtracting(services.map(\.service.fullName))))
  }

  private static func note(missing: Set<String>) -> String? {
    guard !missing.isEmpty else { return nil }
    return "Not described, because their plugins can't start now (see steward plugin list): "
      + missing.sorted().joined(separator: ", ")
  }
}

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
    let didYouMean = Nearest.didYouMean(for: name, among: short)
    let repeated = Nearest.repeated(qualified: name, among: short)
    return Status(
      .notFound, reason: "NOTHING_DESCRIBED",
      message: "No plugin defines '\(repeated)'.\(didYouMean) "
        + "steward describe lists all services.")
  }
}
