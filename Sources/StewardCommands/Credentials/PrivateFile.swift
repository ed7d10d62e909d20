internal import Glibc
internal import IPC
internal import Platform
internal import Status

/// A file that only its user may read. It is replaced as a whole or not at all.
struct PrivateFile: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// Returns the text of the file; nil if there is no such file. Throws if other users can read or
  /// own the file, or if it is not a regular file.
  func read() throws -> String? {
    guard let descriptor = try opened() else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw failure(.reading) }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private func opened() throws -> Int32? {
    do throws(FileFlaw) {
      return try PrivateDescriptor.open(path, O_RDONLY)
    } catch .exposed {
      throw Status(
        .failedPrecondition, reason: "SESSION_EXPOSED",
        message: "Other users can read '\(path)', and act as you. Log out, log in again, and make "
          + "the file private: chmod 600 \(path.shellQuoted)")
    } catch {
      throw refusal(error)
    }
  }

  private func refusal(_ flaw: FileFlaw) -> Status {
    if case .failed(let number) = flaw { return failure(.reading, number) }
    return Status(
      .failedPrecondition, reason: "FILE_UNSAFE",
      message: "'\(path)' \(flaw.problem); \(flaw.remedy(for: path.shellQuoted)).")
  }

  /// Writes the text, and creates the folders above. Throws if the path is anything but a regular
  /// file of this user or root. A file that others can read is replaced.
  func write(_ text: String) throws {
    makeFolders()
    if let flaw = FileFlaw.flaw(of: path), flaw != .exposed { throw refusal(flaw) }
    let draft = "\(path).\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.writing) }
    let bytes = Array(text.utf8)
    let isWhole =
      Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard isWhole, rename(draft, path) == 0 else {
      let failure = failure(.writing)
      unlink(draft)
      throw failure
    }
  }

  private func makeFolders() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o700)
    }
  }

  private func failure(_ use: Status.FileUse, _ number: Int32 = errno) -> Status {
    Status(file: "'\(path)'", use, number)
  }
}
