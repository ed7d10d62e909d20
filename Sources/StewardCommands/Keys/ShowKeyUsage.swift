internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys usage`.
struct ShowKeyUsage: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "usage",
    abstract: "Show how often keys were verified on each of the last 30 days.",
    discussion: "Counts the verifications that found the key usable. Days are in UTC.")

  @Argument(help: "The key's id, apikey_…. If omitted, all keys of the organization together.")
  var id: String?

  @OptionGroup var organization: OrganizationOption
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    var request = KeyUsageRequest(id: id ?? "", organizationId: organization.org ?? "")
    if id == nil {
      request.organizationId = try await organization.id(over: channel, options: callOptions)
    }
    let usage = try await KeysClient(channel).usage(request, options: callOptions)
    return try Report(of: usage, items: usage.days, columns: Self.columns, id: \.date)
  }

  private static let columns: [Column<KeyUsageDay>] = [
    Column("DATE") { $0.date },
    Column("CHECKS") { Amounts.count($0.checks) },
  ]
}
