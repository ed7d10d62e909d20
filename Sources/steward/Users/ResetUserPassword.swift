internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users reset-password`.
struct ResetUserPassword: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "reset-password",
    abstract: "Let a user choose a password, the first or a new one, within 3 days.",
    discussion: """
      Prints a token once. Send it to the user, who runs: steward auth reset-password --reset-file \
      FILE. The current password, if there is one, works until then. An unclaimed user joins this \
      way. An admin of one organization can't do this for a user of several organizations.
      """)

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let created = try await AuthClient(channel).createPasswordReset(
      CreatePasswordResetRequest(userId: id), options: changeOptions)
    return try Report(
      of: created, id: created.userId,
      note: change.noteOnSecret("token"))
  }
}
