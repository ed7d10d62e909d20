internal import AdminProtos
internal import IPC
internal import ProtobufRuntime
internal import Status

/// The input of `steward init`, collected from options, variables and a file, and on a terminal by
/// asking the user.
struct ClaimPrompts {
  private struct Prompt: Sendable {
    /// The name of the field in errors.
    let field: String
    let path: any WritableKeyPath<ClaimRequest, String> & Sendable
    let words: String
    var isSecret = false

    static let all = [
      Prompt(
        field: "organization_name", path: \.organizationName,
        words: "Name of your organization: "),
      Prompt(field: "name", path: \.name, words: "Your name: "),
      Prompt(field: "email", path: \.email, words: "Your mail address: "),
      Prompt(
        field: "password", path: \.password, words: "Password, 12 characters or more: ",
        isSecret: true),
    ]
  }

  let command: InitCommand
  let session: Session
  /// The fields that the user has typed at a prompt.
  private var asked: Set<String> = []

  init(command: InitCommand, session: Session) {
    self.command = command
    self.session = session
  }

  /// Returns the claim, collected from all sources.
  ///
  /// - Parameter check: Returns the error for a claim; nil if it has none. Each input is checked
  ///   as soon as it is typed.
  mutating func request(
    checkedBy check: (ClaimRequest) async throws -> Status?
  ) async throws -> ClaimRequest {
    var request = try await fromFile()
    take(&request.organizationName, command.org, "STEWARD_INIT_ORG")
    take(&request.name, command.name, "STEWARD_INIT_NAME")
    take(&request.email, command.email, "STEWARD_INIT_EMAIL")
    take(&request.adminKeyPrefix, command.adminKeyPrefix, "STEWARD_INIT_ADMIN_KEY_PREFIX")
    try refuseGaps(in: request)
    for prompt in Prompt.all where isOpen(prompt, in: request) {
      repeat {
        try await ask(prompt, for: &request)
      } while try await refuses(request, for: prompt, check)
    }
    if let passwordFile { request.password = try await passwordFile.read("password", in: session) }
    return request
  }

  /// Whether the input at a prompt breaks a rule. Prints the error if it does.
  private func refuses(
    _ request: ClaimRequest, for prompt: Prompt,
    _ check: (ClaimRequest) async throws -> Status?
  ) async throws -> Bool {
    var draft = request
    draft.dryRun = true
    guard var refusal = try await check(draft) else { return false }
    refusal.fieldViolations = refusal.fieldViolations.filter { $0.field == prompt.field }
    guard let first = refusal.fieldViolations.first else { return false }
    refusal.message = "\(first.field): \(first.message)"
    try session.console.errors(ErrorReport(refusal).text(style: session.console.errorStyle))
    return true
  }

  /// Asks again for the fields that break a rule.
  ///
  /// - Throws: The refusal, if it is about anything that the user did not type at a prompt.
  mutating func correct(_ request: inout ClaimRequest, after refusal: Status) async throws {
    let wrong = Set(refusal.fieldViolations.map(\.field))
    guard !wrong.isEmpty, wrong.isSubset(of: asked) else { throw refusal }
    let console = session.console
    try console.errors(ErrorReport(refusal).text(style: console.errorStyle))
    for prompt in Prompt.all where wrong.contains(prompt.field) {
      try await ask(prompt, for: &request)
    }
  }

  private mutating func ask(_ prompt: Prompt, for request: inout ClaimRequest) async throws {
    asked.insert(prompt.field)
    request[keyPath: prompt.path] =
      prompt.isSecret
      ? try await command.password.chosen(prompt.words, in: session)
      : try await session.insist(on: prompt.words)
  }

  private func isOpen(_ prompt: Prompt, in request: ClaimRequest) -> Bool {
    request[keyPath: prompt.path].isEmpty && !(prompt.isSecret && passwordFile != nil)
  }

  private func fromFile() async throws -> ClaimRequest {
    guard let file = command.file else { return ClaimRequest() }
    let text = try await file.read("claim", in: session)
    do {
      return try ClaimRequest(json: text)
    } catch {
      throw UsageError("The file for init is invalid: \(error)")
    }
  }

  private func take(_ value: inout String, _ option: String?, _ variable: String) {
    value = option ?? session.environment[variable] ?? value
  }

  private var passwordFile: SecretSource? {
    command.password.passwordFile
      ?? session.environment["STEWARD_INIT_PASSWORD_FILE"].flatMap(SecretSource.init(argument:))
  }

  /// Without a terminal, throws an error that names everything that is missing.
  private func refuseGaps(in request: ClaimRequest) throws {
    guard !session.isAttended else { return }
    let gaps = [
      ("--org", request.organizationName), ("--name", request.name), ("--email", request.email),
      ("--password-file", passwordFile == nil ? request.password : "given"),
    ].filter { $0.1.isEmpty }.map { $0.0 }
    guard gaps.isEmpty else {
      throw UsageError("There is no terminal to ask on; add \(gaps.joined(separator: ", ")).")
    }
  }
}
