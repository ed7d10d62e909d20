internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth whoami`.
struct WhoAmI: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who you are, with your roles and organizations.")

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let identity = try await AuthClient(channel).whoAmI(WhoAmIRequest(), options: callOptions)
    return try Report(of: identity, id: identity.id)
  }
}
