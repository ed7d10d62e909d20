internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime

/// Where a secret comes from: a file or standard input, never an argument, which everybody on the machine can read.
enum SecretSource: Hashable, Sendable, ExpressibleByArgument {
  case file(String)
  case standardInput

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self = argument == "-" ? .standardInput : .file(argument)
  }

  /// Returns the secret, without the line ends that editors and `echo` put after it.
  ///
  /// - Parameter name: What it is, for the refusal of an empty one: "password".
  func read(_ name: String, in session: Session) async throws -> String {
    var secret = try await lines(in: session).whole()
    while secret.last?.isNewline == true { secret.removeLast() }
    guard !secret.isEmpty else { throw UsageError("There is no \(name) in \(place).") }
    return secret
  }

  private func lines(in session: Session) throws -> any LineSource {
    guard case .file(let path) = self else { return session.input }
    return try DescriptorLines(file: path, name: place)
  }

  private var place: String {
    switch self {
    // What has no "/" may be the secret itself, typed where its file was asked for.
    case .file(let path): "'\(path.contains("/") ? path : path.asRefused)'"
    case .standardInput: "standard input"
    }
  }
}
