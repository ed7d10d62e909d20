internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC
internal import Status

/// `steward init`.
struct InitCommand: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Claim a new installation as its first admin.",
    discussion: """
      On a terminal, it asks for the values that are not given. Otherwise all values come from \
      options, from the variables STEWARD_INIT_ORG, _NAME, _EMAIL, _PASSWORD_FILE and \
      _ADMIN_KEY_PREFIX, or from a JSON file with organization_name, name, email, password and \
      admin_key_prefix. An option overrides a variable, and a variable overrides the file.
      """)

  @Option(help: ArgumentHelp("The name of the first organization.", valueName: "name"))
  var org: String?

  @Option(help: ArgumentHelp("Your name.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Your mail address, for logging in.", valueName: "mail"))
  var email: String?

  @OptionGroup var password: PasswordOptions

  @Option(
    help: ArgumentHelp(
      "The prefix of admin keys. (default: sk-stw-admin01-)", valueName: "prefix"))
  var adminKeyPrefix: String?

  @Option(
    help: ArgumentHelp(
      "A JSON file with these values, or - for standard input.", valueName: "file"))
  var file: SecretSource?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let auth = AuthClient(channel)
    if session.isAttended, change.idempotencyKey == nil {
      try await refuseClaimed(auth)
    }
    let (request, claimed) = try await claim(auth, in: session)
    try print(Report(of: claimed, id: claimed.organizationId), in: session)
    session.console.note(farewell(to: request.email))
  }

  /// Sends the claim. A user at a terminal may correct what is refused.
  private func claim(
    _ auth: AuthClient, in session: Session
  ) async throws -> (ClaimRequest, ClaimResponse) {
    var prompts = ClaimPrompts(command: self, session: session)
    var request = try await prompts.request { draft in
      // The draft lacks the input at later prompts, so the refusal names those fields too.
      // `prompts` ignores them.
      do { _ = try await auth.claim(draft, options: callOptions) } catch let refusal as Status {
        return refusal
      }
      return nil
    }
    while true {
      do {
        return (request, try await auth.claim(request, options: changeOptions))
      } catch let refusal as Status {
        try await prompts.correct(&request, after: refusal)
      }
    }
  }

  /// Throws if the installation is already claimed, before the user types a password in vain.
  private func refuseClaimed(_ auth: AuthClient) async throws {
    let installation = try await auth.getInstallation(
      GetInstallationRequest(), options: callOptions)
    guard !installation.claimed else {
      throw Status(
        .failedPrecondition, reason: "ALREADY_CLAIMED",
        message: "This installation is already claimed. Log in with: steward auth login")
    }
  }

  private func farewell(to email: String) -> String {
    """

    \(change.noteOnSecret("admin key")) What to try next:
      steward auth login --email \(email.shellQuoted)
      steward workspaces create Production
      steward orgs list
    """
  }
}
