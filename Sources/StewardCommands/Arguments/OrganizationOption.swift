internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime
internal import Status

/// The organization that a command works in.
struct OrganizationOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The organization's id. Optional if there is only one organization.", valueName: "id"))
  var org: String?
}

extension OrganizationOption {
  /// The maximum number of organizations that an error lists.
  private static let candidates: Int32 = 10

  /// Returns the id that was given, or the id of the only organization. Throws if no id was given
  /// and there is no organization or more than one.
  func id(over channel: any Channel, options: CallOptions) async throws -> String {
    if let org { return org }
    let page = try await OrgsClient(channel).list(
      ListOrganizationsRequest(limit: Self.candidates), options: options)
    guard let first = page.data.first else {
      throw Status(
        .failedPrecondition, reason: "NO_ORGANIZATION",
        message: await Self.adviceWithoutAny(over: channel))
    }
    guard page.data.count == 1, !page.hasMore else { throw Self.ambiguous(page) }
    return first.id
  }

  /// Returns how to create the first organization: with the first admin if the installation is
  /// unclaimed.
  static func adviceWithoutAny(over channel: any Channel) async -> String {
    // Without the auth plugin, an installation can't be claimed.
    let installation = try? await AuthClient(channel).getInstallation(GetInstallationRequest())
    return installation?.claimed ?? true
      ? "No organizations yet. Create one: steward orgs create NAME"
      : "No organizations yet. Create the first one, and its admin: steward init"
  }

  private static func ambiguous(_ page: ListOrganizationsResponse) -> UsageError {
    let lines = page.data.map { "  --org \($0.id)  \($0.name.singleLine)" }
    let more = page.hasMore ? ["  List all: steward orgs list --all"] : []
    return UsageError(
      (["There are several organizations; choose one:"] + lines + more).joined(separator: "\n"))
  }
}
