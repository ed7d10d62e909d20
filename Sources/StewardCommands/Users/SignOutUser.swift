internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users sign-out`.
struct SignOutUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "sign-out",
    abstract: "End every session of a user, in all organizations.",
    discussion: """
      The user may log in again at once. Give an organization of the user in which you are an \
      admin; a super admin needs none. Only a super admin can sign out a super admin.
      """)

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let response = try await SessionsClient(channel).revokeAll(
      RevokeAllSessionsRequest(userId: id, organizationId: try await organizationId(over: channel)),
      options: changeOptions)
    return try Report(of: response, id: response.userId)
  }

  /// Returns the organization whose admin the caller is; empty for a caller who needs none.
  private func organizationId(over channel: any Channel) async throws -> String {
    if organization.org == nil {
      let identity = try await AuthClient(channel).whoAmI(WhoAmIRequest(), options: callOptions)
      guard !identity.superAdmin else { return "" }
    }
    return try await organization.id(over: channel, options: callOptions)
  }
}
