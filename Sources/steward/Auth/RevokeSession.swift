internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth revoke`.
struct RevokeSession: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "End one of your sessions, or any session as a super admin.")

  @Argument(help: "The session's id, session_….")
  var id: String

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let session = try await SessionsClient(channel).revoke(
      RevokeSessionRequest(id: id), options: changeOptions)
    return try Report(of: session, id: session.id)
  }
}
