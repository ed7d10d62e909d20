internal import AdminProtos
internal import ArgumentParser
internal import IPC

/// On whose behalf a command calls. Without any of these it is the user who runs the host.
struct CredentialOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Call with the access token or admin key in this file, or - for standard input. Default: STEWARD_TOKEN.",
      valueName: "file"))
  var tokenFile: SecretSource?

  @Flag(help: "Call as the user of the session that steward auth login began.")
  var session = false

  func validate() throws {
    guard tokenFile == nil || !session else {
      throw ValidationError("--token-file and --session are two callers; give one of them.")
    }
  }
}

extension CredentialOptions {
  /// The name of the variable that holds a credential.
  static let variable = "STEWARD_TOKEN"

  /// Returns the way to the host on behalf of the caller who was chosen.
  func channel(over base: any Channel, in session: Session) async throws -> any Channel {
    guard let credential = try await credential(over: base, in: session) else { return base }
    return BearerChannel(base: base, credential: credential)
  }

  private func credential(over base: any Channel, in session: Session) async throws -> String? {
    if let tokenFile {
      return try await tokenFile.read("token", in: session).withoutSurroundingSpace
    }
    if self.session {
      return try await SavedSession(session.environment).tokens(over: base).accessToken
    }
    let token = session.environment[Self.variable]?.withoutSurroundingSpace ?? ""
    return token.isEmpty ? nil : token
  }
}

extension String {
  /// A credential as it was meant: no credential begins or ends with white space, but what an editor or a shell
  /// leaves may.
  fileprivate var withoutSurroundingSpace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
