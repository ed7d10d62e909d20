internal import Glibc
internal import Platform
internal import Status

/// The place to which checkpoints of the log are shipped, out of the reach of a user who controls
/// the disk of the store.
public enum CheckpointTarget: Hashable, Sendable, CustomStringConvertible {
  /// A file at whose end lines are appended: on the disk of another machine, or on a disk where
  /// files can only grow.
  case file(String)
  /// A program that reads a line from its standard input: its absolute path, and its arguments. No
  /// shell is run.
  case command([String])

  /// Reads a target: an absolute path, or "|" and the words of a command.
  ///
  /// - Returns: `nil` when the path of the file or the program isn't absolute.
  public init?(_ text: String) {
    guard text.hasPrefix("|") else {
      guard text.hasPrefix("/"), !text.hasSuffix("/") else { return nil }
      self = .file(text)
      return
    }
    let words = text.dropFirst().split(separator: " ").map(String.init)
    guard let program = words.first, program.hasPrefix("/") else { return nil }
    self = .command(words)
  }

  /// The target in the form that ``init(_:)`` reads.
  public var description: String {
    switch self {
    case .file(let path): path
    case .command(let words): "|" + words.joined(separator: " ")
    }
  }

  /// The maximum time that a command may take for one line.
  private static let patience = Duration.seconds(30)

  /// Delivers a line to the target, and waits until it has arrived.
  func deliver(_ line: String) throws {
    let bytes = Array("\(line)\n".utf8)
    switch self {
    case .file(let path): try Self.append(bytes, to: path)
    case .command(let words): try PipedCommand(words).run(reading: bytes, within: Self.patience)
    }
  }

  /// Opens the file for each line, so that another program may rotate the file by renaming it.
  private static func append(_ bytes: [UInt8], to path: String) throws {
    let file = Descriptor(try open(path))
    try file.write(bytes, to: path)
    try file.synchronize(path)
  }

  private static func open(_ path: String) throws -> Int32 {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    let name = String(path[path.index(after: end)...])
    do {
      let directory = try PathJudgement().check(end == path.startIndex ? "/" : String(path[..<end]))
      // Other users may read the file: it reveals nothing of what the log contains.
      let descriptor = try PrivateDescriptor.open(
        "\(directory)/\(name)", O_WRONLY | O_APPEND | O_CREAT, exposure: 0o022)
      guard let descriptor else { throw FileFlaw.failed(ENOENT) }
      return descriptor
    } catch let fault as PathFault {
      throw HostError(
        reason: "FILE_UNSAFE", "\"\(fault.path)\" \(fault.problem); \(fault.remedy).")
    } catch let flaw as FileFlaw {
      throw HostError.file(path, flaw)
    }
  }
}
