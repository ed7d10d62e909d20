internal import Glibc

/// A file that only this user may read. It is written as a whole or not at all.
public struct PrivateFile: Hashable, Sendable {
  /// The path of the file.
  public let path: String

  /// Creates a reference to a file. This doesn't touch the disk.
  public init(_ path: String) { self.path = path }

  /// Returns the first bytes, up to a limit; `nil` if there is no such file.
  ///
  /// - Parameter exposure: The permission bits that others must not have.
  public func read(
    upTo limit: Int, exposure: UInt32 = 0o077
  ) throws(FileFlaw) -> [UInt8]? {
    guard let number = try PrivateDescriptor.open(path, O_RDONLY, exposure: exposure) else {
      return nil
    }
    do throws(SystemError) {
      return try Descriptor(number).read(upTo: limit)
    } catch {
      throw .failed(error.code)
    }
  }

  /// Writes a new file, and waits until it is on the disk.
  ///
  /// If that fails, an incomplete file may be left. To avoid it, write a ``draft()`` first.
  public func create(_ bytes: [UInt8]) throws(SystemError) {
    let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw SystemError(errno) }
    let file = Descriptor(number)
    try bytes.writeAll(to: file.number)
    guard fsync(file.number) == 0 else { throw SystemError(errno) }
  }

  /// Writes the file, and replaces an existing one. A reader sees either the old file or the new
  /// one.
  public func replace(by bytes: [UInt8]) throws(SystemError) {
    let draft = draft()
    defer { unlink(draft.path) }
    try draft.create(bytes)
    guard rename(draft.path, path) == 0 else { throw SystemError(errno) }
  }

  /// Returns a file of another name in the same directory, which no other process uses.
  public func draft() -> PrivateFile {
    PrivateFile("\(path).\(getpid()).\(UInt32.random(in: .min ... .max))")
  }

  /// Waits until a file or a directory is on the disk.
  public static func synchronize(_ path: String) throws(SystemError) {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw SystemError(errno) }
    let file = Descriptor(number)
    guard fsync(file.number) == 0 else { throw SystemError(errno) }
  }
}
