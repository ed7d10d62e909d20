internal import Crypto
internal import Glibc
internal import Platform

/// A plugin's program, opened once. What is checked and hashed is also what is executed, since all
/// three use the same descriptor and no path is looked up again.
///
/// The check makes sure that strangers can't write to the file. Its owner can, even while the
/// program is being started. So the host compares the stamp again when the process runs, before it
/// gives the process anything. From then on the kernel refuses writes to a program that is being
/// executed.
final class VerifiedExecutable: Sendable {
  /// The resolved path by which the program was opened, for people and as the program's name.
  let path: String
  /// The hexadecimal digest of its content when it was hashed; `nil` if nothing depends on it.
  let digest: String?
  /// The stamp of the file before it was hashed.
  let stamp: FileStamp
  private let file: Descriptor

  /// Opens and checks the program at a path without links.
  ///
  /// - Parameters:
  ///   - path: The absolute path. The way to the file is checked as well.
  ///   - hashing: Whether to compute the digest.
  ///   - judgement: The rules of who may change a program.
  /// - Throws: ``ExecutableFault``.
  init(
    _ path: String, hashing: Bool, judgement: PathJudgement = PathJudgement()
  ) throws(ExecutableFault) {
    do throws(PathFault) {
      try judgement.check(path)
    } catch {
      throw ExecutableFault(error)
    }
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else { throw ExecutableFault(path, failure: errno) }
    file = Descriptor(number)
    self.path = path
    do throws(PathFault) {
      try judgement.check(descriptor: number, of: path)
    } catch {
      throw ExecutableFault(error)
    }
    guard let stamp = FileStamp(descriptor: number) else {
      throw ExecutableFault(path, failure: errno)
    }
    self.stamp = stamp
    digest = hashing ? try Self.digest(of: number, path) : nil
  }

  /// The descriptor of the program. It is open for the lifetime of this object.
  var descriptor: Int32 { file.number }

  /// Whether the file is still what it was before it was hashed.
  var isUnchanged: Bool { FileStamp(descriptor: descriptor) == stamp }

  private static func digest(
    of descriptor: Int32, _ path: String
  ) throws(ExecutableFault) -> String {
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 256 * 1024)
    var offset = 0
    while true {
      let count = pread(descriptor, &chunk, chunk.count, offset)
      guard count >= 0 else { throw ExecutableFault(path, failure: errno) }
      guard count > 0 else { return Hexadecimal.text(hash.finalize()) }
      hash.update(data: chunk[..<count])
      offset += count
    }
  }
}

/// The reason why a program can't be executed: the problem, and the remedy.
struct ExecutableFault: Error, Hashable, Sendable, CustomStringConvertible {
  let path: String
  let problem: String
  let remedy: String

  init(_ fault: PathFault) {
    path = fault.path
    problem = fault.problem
    remedy = fault.remedy
  }

  init(_ path: String, failure number: Int32) {
    self.path = path
    problem = "can't be opened: \(SystemError.text(number))"
    remedy = "let the user who runs the host read and execute it"
  }

  var description: String { "\(path) \(problem); \(remedy)" }
}

extension VerifiedExecutable {
  /// What the kernel is asked to do with the program, as the beginning of a sentence. A script is
  /// executed by its interpreter, which the kernel's error doesn't name.
  var execution: String {
    guard let interpreter else { return "executing \(path)" }
    return "executing \(path) by its interpreter \(interpreter)"
  }

  /// The interpreter that the first line of a script names. (execve(2), "Interpreter scripts".)
  private var interpreter: String? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 2, bytes.starts(with: "#!".utf8) else { return nil }
    let line = bytes[2..<count].prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
      .map(String.init)
  }
}
