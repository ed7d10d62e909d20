internal import Glibc
internal import IPC
internal import Platform
internal import Status

/// The destination of a command's data. A regular file appears whole or not at all, and only this
/// user may read it. Standard output, a pipe or a terminal gets each byte at once.
final class OutputFile {
  private enum Target {
    case standardOutput(Console)
    /// Anything but a regular file. It can't be replaced, and must not be.
    case stream(Int32)
    case file(Int32, draft: String, final: String)
    case finished
  }

  /// The path as the user typed it.
  private let path: String
  private var target: Target

  /// - Parameters:
  ///   - path: The path of the destination; "-" for standard output. A link is followed.
  ///   - wholeOnly: Whether it must be a regular file, which appears whole or not at all.
  init(_ path: String, console: Console, wholeOnly: Bool = false) throws {
    self.path = path
    guard path != "-" else {
      target = .standardOutput(console)
      return
    }
    let place = try OutputPlace(path)
    if place.isReplaceable {
      target = try Self.draft(beside: place.path, for: path)
    } else {
      guard !wholeOnly, place.kind != S_IFBLK else { throw Status.notReplaceable(path) }
      target = .stream(try Self.stream(path))
    }
  }

  deinit {
    switch target {
    case .file(let descriptor, let draft, _):
      close(descriptor)
      unlink(draft)
    case .stream(let descriptor): close(descriptor)
    case .standardOutput, .finished: break
    }
  }

  /// Opens a destination that isn't replaced. Waits until a pipe has a reader, as a shell does.
  private static func stream(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Status(file: "'\(path)'", .writing, errno) }
    return descriptor
  }

  private static func draft(beside final: String, for path: String) throws -> Target {
    var name = Array("\(final).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Status(file: "'\(path)'", .writing, errno) }
    let draft = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    return .file(descriptor, draft: draft, final: final)
  }

  func write(_ bytes: [UInt8]) throws {
    switch target {
    case .standardOutput(let console): try console.print(String(decoding: bytes, as: UTF8.self))
    case .file(let descriptor, _, _), .stream(let descriptor): try write(bytes, to: descriptor)
    case .finished: preconditionFailure("the file is finished")
    }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    do throws(SystemError) {
      try bytes.writeAll(to: descriptor)
    } catch {
      // The reader closed the pipe itself, so this error is not shown.
      if error.code == EPIPE { throw OutputError(code: EPIPE) }
      throw Status(file: "'\(path)'", .writing, error.code)
    }
  }

  /// Gives the file its name, after all of it is on the disk.
  func finish() throws {
    guard case .file(let descriptor, let draft, let final) = target else { return }
    guard fsync(descriptor) == 0, rename(draft, final) == 0 else {
      throw Status(file: "'\(path)'", .writing, errno)
    }
    close(descriptor)
    target = .finished
  }
}

/// The place that an output's path leads to.
private struct OutputPlace {
  /// The maximum number of links to follow, the same as in Linux. (path_resolution(7).)
  private static let maximumLinks = 40

  /// The path after all links, except Linux's links to the open files of a process.
  private(set) var path: String
  /// The type of the file at the path, `S_IFREG` or the like; `nil` if there is no file.
  let kind: mode_t?

  init(_ name: String) throws {
    path = name
    var information = stat()
    guard stat(name, &information) == 0 else {
      kind = nil
      guard errno == ENOENT else { throw Status(file: "'\(name)'", .writing, errno) }
      try followLinks(of: name)
      return
    }
    kind = information.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw Status(file: "'\(name)'", .writing, EISDIR) }
    try followLinks(of: name)
  }

  /// Whether another file can take its place. An open file of a process may have no name.
  var isReplaceable: Bool { !isOpenFile && (kind ?? S_IFREG) == S_IFREG }

  private var isOpenFile: Bool { path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/") }

  private mutating func followLinks(of name: String) throws {
    for _ in 0..<Self.maximumLinks {
      guard !isOpenFile, let target = Self.link(path) else { return }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    throw Status(file: "'\(name)'", .writing, ELOOP)
  }

  private static func link(_ path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    guard count >= 0 else { return nil }
    return String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension Status {
  fileprivate static func notReplaceable(_ path: String) -> Status {
    Status(
      .failedPrecondition, reason: "FILE_UNUSABLE",
      message: "'\(path)' is not a regular file, so it can't be replaced as a whole. Name another "
        + "file.")
  }
}
