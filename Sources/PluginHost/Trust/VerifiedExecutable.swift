internal import Crypto
internal import Glibc
internal import System

/// A plugin's program, opened once: what was judged and hashed is what is executed, since all three
/// go by the same descriptor and no path is looked up again.
///
/// Strangers can't write to the file, which the judgement sees to. Its owner can, even while it is
/// being started; so the host looks at the stamp once more when the process runs, before it hands
/// the process anything. From then on the kernel refuses to write to a program that is executed.
final class VerifiedExecutable: Sendable {
  /// The resolved path that it was opened by, for people and as the program's name.
  let path: String
  /// What its content was when it was hashed, in hexadecimal; `nil` if nothing depends on it.
  let digest: String?
  /// What the file was before it was hashed.
  let stamp: FileStamp
  private let file: Descriptor

  /// Opens and judges the program at a path without links.
  ///
  /// - Parameters:
  ///   - path: The absolute path. The way to it is judged as well.
  ///   - hashing: Whether its digest is wanted.
  ///   - judgement: Who may change a program.
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

  /// Open on the program for as long as this lives.
  var descriptor: Int32 { file.number }

  /// Whether the file still is what it was before it was hashed.
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
      guard count > 0 else { return hexadecimal(hash.finalize()) }
      hash.update(data: chunk[..<count])
      offset += count
    }
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }
}

/// Why a program can't be executed: what is wrong with it, and the remedy.
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
  /// What the kernel is asked to do with it, as the beginning of a sentence: a script is executed by its
  /// interpreter, of which the kernel's refusal is silent.
  var execution: String {
    guard let interpreter else { return "executing \(path)" }
    return "executing \(path) by its interpreter \(interpreter)"
  }

  /// What the first line of a script names. (execve(2), "Interpreter scripts".)
  private var interpreter: String? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 2, bytes.starts(with: "#!".utf8) else { return nil }
    let line = bytes[2..<count].prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
      .map(String.init)
  }
}
