internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime

/// The source of a secret: a file or standard input. An argument is never a source, because every
/// user of the machine can read the arguments of a process.
enum SecretSource: Hashable, Sendable, ExpressibleByArgument {
  case file(String)
  case standardInput

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self = argument == "-" ? .standardInput : .file(argument)
  }

  /// Returns the secret without the line ends that editors and `echo` add.
  ///
  /// - Parameter name: The word for the secret in the error about an empty one: "password".
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
    // A text without "/" may be the secret itself, typed where its file was expected.
    case .file(let path): "'\(path.contains("/") ? path : path.asRefused)'"
    case .standardInput: "standard input"
    }
  }
}

/// The source of a call's requests.
enum RequestSource: Hashable, Sendable, ExpressibleByArgument {
  case text(String)
  case file(String)
  case standardInput

  init?(argument: String) {
    switch argument {
    case "-": self = .standardInput
    case _ where argument.hasPrefix("@"): self = .file(String(argument.dropFirst()))
    default: self = .text(argument)
    }
  }

  /// Returns the source as lines. Throws if its file can't be opened.
  func lines(in session: Session) throws -> any LineSource {
    switch self {
    case .text(let text): return TextLines(text)
    case .standardInput: return session.input
    case .file(let path): return try DescriptorLines(file: path, name: "'\(path)'")
    }
  }
}
