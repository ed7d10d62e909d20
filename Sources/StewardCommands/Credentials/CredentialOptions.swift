internal import AdminProtos
internal import ArgumentParser
internal import IPC

/// The options that choose the caller of a command's calls. Without them, the caller is the user
/// who runs the host.
struct CredentialOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file with the caller's access token or admin key, or - for standard input. "
        + "(default: the token in STEWARD_TOKEN)",
      valueName: "file"))
  var tokenFile: SecretSource?

  @Flag(help: "Call as the user of the session of steward auth login.")
  var session = false

  func validate() throws {
    guard tokenFile == nil || !session else {
      throw ValidationError("--token-file and --session name two callers; give only one of them.")
    }
  }
}

extension CredentialOptions {
  /// The name of the environment variable that holds a credential.
  static let variable = "STEWARD_TOKEN"

  /// Returns a channel to the host whose calls have the chosen caller.
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
  /// The credential without white space at its start and end. No credential has any there, but an
  /// editor or a shell may add it.
  fileprivate var withoutSurroundingSpace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// A channel that makes every call with a bearer credential.
struct BearerChannel: Channel {
  let base: any Channel
  let credential: String

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    var header = header
    header.metadata["authorization"] = "Bearer \(credential)"
    return base.open(header, delegate: delegate)
  }
}
