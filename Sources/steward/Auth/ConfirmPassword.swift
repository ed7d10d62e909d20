internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth confirm`.
struct ConfirmPassword: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Confirm your password, as reveal, export and backup require.",
    discussion: """
      Counts for this session only, and for five minutes. Needs --session or --token-file. On a \
      terminal, those commands ask for the password themselves.
      """)

  @OptionGroup var password: PasswordOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let response = try await Self.confirm(
      try await password.known(in: session), over: channel, callOptions)
    try Report(of: response, id: response.sessionId)
      .print(as: global.output ?? .table, to: session.console)
  }

  @discardableResult
  static func confirm(
    _ password: String, over channel: any Channel, _ options: CallOptions
  ) async throws -> ConfirmPasswordResponse {
    try await AuthClient(channel).confirmPassword(
      ConfirmPasswordRequest(password: password), options: options)
  }
}
