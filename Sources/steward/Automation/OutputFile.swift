internal import Glibc
internal import IPC

/// A file that is there whole or not at all, and for nobody else to read; or standard output.
final class OutputFile {
  private enum Target {
    case standardOutput(Console)
    case file(Int32, temporary: String, final: String)
    case finished
  }

  private var target: Target

  /// - Parameter path: Where it is to be; nil or "-" for standard output.
  init(_ path: String?, console: Console) throws {
    guard let path, path != "-" else {
      target = .standardOutput(console)
      return
    }
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.failed(path, errno) }
    let temporary = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    target = .file(descriptor, temporary: temporary, final: path)
  }

  deinit {
    guard case .file(let descriptor, let temporary, _) = target else { return }
    close(descriptor)
    unlink(temporary)
  }

  func write(_ bytes: [UInt8]) throws {
    switch target {
    case .standardOutput(let console): try console.print(String(decoding: bytes, as: UTF8.self))
    case .file(let descriptor, _, let path): try Self.write(bytes, to: descriptor, path)
    case .finished: preconditionFailure("the file is finished")
    }
  }

  /// Gives the file its name, once all of it is on the disk.
  func finish() throws {
    guard case .file(let descriptor, let temporary, let path) = target else { return }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw Self.failed(path, errno)
    }
    close(descriptor)
    target = .finished
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    do throws(WriteFailure) {
      try bytes.writeAll(to: descriptor)
    } catch {
      throw failed(path, error.code)
    }
  }

  private static func failed(_ path: String, _ code: Int32) -> UsageError {
    UsageError("Cannot write '\(path)': \(String(cString: strerror(code))).")
  }
}
