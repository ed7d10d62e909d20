internal import ArgumentParser
internal import IPC
internal import JSONCalls
internal import ProtobufRuntime

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
