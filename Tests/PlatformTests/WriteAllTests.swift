import Dispatch
import Glibc
import Platform
import Testing

@Suite("Writing all bytes")
struct WriteAllTests {
  @Test("A write of all bytes takes as many writes as the descriptor needs")
  func whole() throws {
    let (reading, writing) = try pipe()
    defer { close(reading) }
    // This is more than a pipe holds at once.
    let bytes = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let writer = DispatchQueue(label: "writer")
    writer.async {
      try? bytes.writeAll(to: writing)
      close(writing)
    }
    var read: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = Glibc.read(reading, &chunk, chunk.count), count > 0 {
      read += chunk[..<count]
    }
    #expect(read == bytes)
  }

  @Test("A failed write throws the system's error, and a write of no bytes throws none")
  func failure() throws {
    let (reading, writing) = try pipe()
    close(writing)
    defer { close(reading) }
    // This end is only for reading.
    let refused = #expect(throws: SystemError.self) { try [1].writeAll(to: reading) }
    #expect(refused?.code == EBADF)
    try [].writeAll(to: reading)
  }

  /// A write that takes only some of the bytes sets no `errno`.
  @Test("A descriptor that takes only some of the bytes is reported by what stops the next write")
  func short() throws {
    let (reading, writing) = try pipe()
    defer {
      close(reading)
      close(writing)
    }
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    errno = EACCES
    // This is more than a pipe holds at once.
    #expect(throws: SystemError(EAGAIN)) {
      try [UInt8](repeating: 0, count: 1 << 20).writeAll(to: writing)
    }
  }

  private func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }
}
