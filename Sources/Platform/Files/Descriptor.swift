internal import CSpawn
internal import Glibc

/// A file descriptor that is closed when its owner no longer uses it.
public struct Descriptor: ~Copyable, Sendable {
  /// The number by which the system knows it.
  public let number: Int32

  /// Takes ownership of an open descriptor.
  public init(_ number: Int32) {
    self.number = number
  }

  deinit { close(number) }

  /// Gives up the descriptor. The caller must close it.
  public consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Returns the next bytes: as many as `limit`, unless the file ends before.
  public borrowing func read(upTo limit: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = Glibc.read(number, buffer.baseAddress.map { $0 + count }, limit - count)
        guard got < 0 else {
          guard got > 0 else { return }
          count += got
          continue
        }
        guard errno == EINTR else { return failure = errno }
      }
    }
    guard failure == 0 else { throw SystemError(failure) }
    return bytes
  }
}

/// Two descriptors: what is written to one can be read from the other. No process inherits them.
public struct Pipe: ~Copyable, Sendable {
  /// The end from which bytes are read.
  public let reading: Descriptor
  /// The end to which bytes are written.
  public let writing: Descriptor

  /// Creates a pipe.
  public init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    let error = steward_pipe(&ends)
    guard error == 0 else { throw SystemError(error) }
    reading = Descriptor(ends[0])
    writing = Descriptor(ends[1])
  }

  /// Closes the writing end, and gives up the reading end. The caller must close it.
  public consuming func takeReading() -> Int32 { reading.release() }

  /// Closes the reading end, and gives up the writing end. The caller must close it.
  public consuming func takeWriting() -> Int32 { writing.release() }
}
