internal import Glibc
internal import ProtobufRuntime

/// The arguments and the directory that the process was started with.
enum ProcessEnvironment {
  /// Returns the arguments without the program's name.
  ///
  /// Throws if an argument is not UTF-8. `CommandLine.arguments` would repair it silently, and the
  /// store would then have a name that no user typed.
  static func arguments() throws -> [String] {
    try (1..<max(1, Int(CommandLine.argc))).map { index in
      guard let bytes = CommandLine.unsafeArgv[index] else { return "" }
      return try text(of: bytes, index: index)
    }
  }

  private static func text(of bytes: UnsafePointer<CChar>, index: Int) throws -> String {
    guard let text = String(validatingCString: bytes) else {
      let repaired = String(cString: bytes).singleLine
      throw UsageError("Argument \(index) ('\(repaired)') is not valid UTF-8; type it as UTF-8.")
    }
    return text
  }

  static func currentDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
