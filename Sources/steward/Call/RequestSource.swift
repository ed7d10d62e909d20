internal import ArgumentParser

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
