internal import AdminProtos
internal import ArgumentParser
internal import IPC

/// `steward auth refresh`.
struct RefreshSession: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "refresh", abstract: "Exchange the tokens of the session for new ones.")

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let saved = try SavedSession(session.environment)
    let tokens = try await saved.refresh(saved.load(), over: channel)
    try Report(of: tokens).print(as: global.output ?? .table, to: session.console)
  }
}
