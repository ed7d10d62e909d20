internal import ProtobufRuntime
internal import StewardProtos

/// Finds out what `steward init` has to know: from options, variables and a file, and, on a terminal, by asking.
struct ClaimQuestions {
  let command: InitCommand
  let session: Session

  func request() async throws -> ClaimRequest {
    var request = try await fromFile()
    take(&request.organizationName, command.org, "STEWARD_INIT_ORG")
    take(&request.name, command.name, "STEWARD_INIT_NAME")
    take(&request.email, command.email, "STEWARD_INIT_EMAIL")
    take(&request.adminKeyPrefix, command.adminKeyPrefix, "STEWARD_INIT_ADMIN_KEY_PREFIX")
    try refuseGaps(in: request)
    try await ask(&request.organizationName, "Name of your organization: ")
    try await ask(&request.name, "Your name: ")
    try await ask(&request.email, "Your mail address: ")
    if let password = try await password(over: request.password) { request.password = password }
    return request
  }

  private func fromFile() async throws -> ClaimRequest {
    guard let file = command.file else { return ClaimRequest() }
    let text = try await file.read("claim", in: session)
    do {
      return try ClaimRequest(json: text)
    } catch {
      throw UsageError("The file for init is not what it should be: \(error)")
    }
  }

  private func take(_ value: inout String, _ option: String?, _ variable: String) {
    value = option ?? session.environment[variable] ?? value
  }

  private var passwordFile: SecretSource? {
    command.password.passwordFile
      ?? session.environment["STEWARD_INIT_PASSWORD_FILE"].flatMap(SecretSource.init(argument:))
  }

  /// Nil if there is one in the file, and nothing else says otherwise.
  private func password(over given: String) async throws -> String? {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    guard given.isEmpty else { return nil }
    return try await command.password.chosen("Password, 12 characters or more: ", in: session)
  }

  /// Without a terminal, says all that is missing at once.
  private func refuseGaps(in request: ClaimRequest) throws {
    guard !session.isAttended else { return }
    let gaps = [
      ("--org", request.organizationName), ("--name", request.name), ("--email", request.email),
      ("--password-file", passwordFile == nil ? request.password : "given"),
    ].filter { $0.1.isEmpty }.map { $0.0 }
    guard gaps.isEmpty else {
      throw UsageError("There is no terminal to ask; add \(gaps.joined(separator: ", ")).")
    }
  }

  private func ask(_ value: inout String, _ question: String) async throws {
    guard value.isEmpty else { return }
    value = try await session.ask(question) ?? ""
    guard !value.isEmpty else { throw UsageError("Nothing was typed; nothing was done.") }
  }
}
