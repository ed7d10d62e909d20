internal import Glibc
internal import IPC
internal import Status
internal import System

/// Where a command writes what it makes: a file that is there whole or not at all, that only this user
/// may read; or standard output; or a pipe or a terminal, which get each byte at once.
final class OutputFile {
  private enum Target {
    case standardOutput(Console)
    /// What is no regular file can't be replaced, and must not be.
    case stream(Int32)
    case file(Int32, draft: String, final: String)
    case finished
  }

  /// As the user named it.
  private let path: String
  private var target: Target

  /// - Parameters:
  ///   - path: Where it is to be; "-" for standard output. A link is followed.
  ///   - wholeOnly: Whether it must be a regular file, which is there whole or not at all.
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

  /// Opens what isn't replaced. A pipe is waited for until it has a reader, as a shell waits.
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
    do throws(WriteFailure) {
      try bytes.writeAll(to: descriptor)
    } catch {
      // Who closed the pipe knows that they did.
      if error.code == EPIPE { throw OutputError(code: EPIPE) }
      throw Status(file: "'\(path)'", .writing, error.code)
    }
  }

  /// Gives the file its name, once all of it is on the disk.
  func finish() throws {
    guard case .file(let descriptor, let draft, let final) = target else { return }
    guard fsync(descriptor) == 0, rename(draft, final) == 0 else {
      throw Status(file: "'\(path)'", .writing, errno)
    }
    close(descriptor)
    target = .finished
  }
}

/// What an output's name stands for.
private struct OutputPlace {
  /// As many links as Linux follows. (path_resolution(7).)
  private static let maximumLinks = 40

  /// The name behind all links, but for those of Linux to what a process has open.
  private(set) var path: String
  /// What is there: one of `S_IFREG` and the like; `nil` when nothing is.
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

  /// Whether another file can take its place. What a process has open may have no name.
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
      message: "'\(path)' is not a regular file, so it can't be there whole or not at all. Name "
        + "another one.")
  }
}
