internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth logout`.
struct LogOut: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "End the session of steward auth login, and delete its tokens.")

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let saved = try SavedSession(session.environment)
    let tokens = try saved.load()
    let response = try await AuthClient(channel).logout(
      LogoutRequest(refreshToken: tokens.refreshToken), options: callOptions)
    saved.remove()
    try Report(of: response, id: response.sessionId)
      .print(as: global.output ?? .table, to: session.console)
  }
}
