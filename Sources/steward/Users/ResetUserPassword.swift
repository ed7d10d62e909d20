internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users reset-password`.
struct ResetUserPassword: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "reset-password",
    abstract: "Let somebody choose a new password, or their first, within 3 days.",
    discussion: """
      Prints the token by which they do, once. Send it to them, and they run: steward auth \
      reset-password --reset-file FILE. Their password, if they have one, works until then. For an \
      unclaimed user it is the way to join. An admin of one organization can't for a user of several.
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
