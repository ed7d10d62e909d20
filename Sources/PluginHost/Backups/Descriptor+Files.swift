internal import Glibc
internal import IPC
internal import Platform
internal import Status

extension Descriptor {
  /// Opens a file. With `O_CREAT`, creates a missing file that only this user may read.
  init(opening path: String, _ flags: Int32) throws {
    let number = open(path, flags | O_CLOEXEC, 0o600)
    guard number >= 0 else {
      throw HostError.file(path, errno, flags & O_ACCMODE == O_RDONLY ? .reading : .writing)
    }
    self.init(number)
  }

  /// Returns the next bytes: as many as `limit`, unless the file ends before.
  borrowing func read(upTo limit: Int, of path: String) throws -> [UInt8] {
    do throws(SystemError) {
      return try read(upTo: limit)
    } catch {
      throw HostError.file(path, error.code, .reading)
    }
  }

  /// Writes all of the bytes.
  borrowing func write(_ bytes: [UInt8], to path: String) throws {
    do throws(SystemError) {
      try bytes.writeAll(to: number)
    } catch {
      throw HostError.file(path, error.code)
    }
  }

  /// Waits until everything that was written is on the disk.
  borrowing func synchronize(_ path: String) throws {
    guard fsync(number) == 0 else { throw HostError.file(path, errno) }
  }

  borrowing func length(of path: String) throws -> UInt64 {
    var information = stat()
    guard fstat(number, &information) == 0 else {
      throw HostError.file(path, errno, .reading)
    }
    return UInt64(clamping: information.st_size)
  }
}

extension HostError {
  /// Returns the error of a failed operation on a file, with the system's description.
  static func file(
    _ path: String, _ number: Int32, _ use: Status.FileUse = .writing
  ) -> HostError {
    HostError(Status(file: "\"\(path)\"", use, number))
  }
}
