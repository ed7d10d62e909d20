import Glibc
import IPC
import Platform
import Status
import Testing

@testable import StewardCommands

/// The two ends of a pipe. Each test closes them itself.
private struct Pipe: ~Copyable {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  func write(_ bytes: [UInt8]) {
    #expect(Glibc.write(writing, bytes, bytes.count) == bytes.count)
  }
}

@Suite("Lines of a file descriptor")
struct DescriptorLinesTests {
  @Test("The lines of a descriptor arrive one by one, and the last one needs no line end")
  func lines() async throws {
    let pipe = try Pipe()
    pipe.write(Array("one\n\nthree\r\nfour".utf8))
    close(pipe.writing)
    let source = DescriptorLines(pipe.reading)
    var lines: [String] = []
    while let line = try await source.next() { lines.append(line) }
    #expect(lines == ["one", "", "three\r", "four"])
    #expect(try await source.next() == nil)
    close(pipe.reading)
  }

  /// Each manifest of a directory is such a file. There may be more of them than files that a
  /// process may have open.
  @Test("The lines of a file close the file when they are released")
  func closed() async throws {
    let path = "/tmp/steward-\(UInt64.random(in: 0...UInt64.max))"
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    // The pipe is opened for reading as well, so that the open does not wait for another end.
    let first = open(path, O_RDWR)
    do {
      let source = try DescriptorLines(file: path, name: path)
      try Array("one\n".utf8).writeAll(to: first)
      #expect(try await source.next() == "one")
    }
    let writing = open(path, O_WRONLY)
    close(first)
    var event = pollfd(fd: writing, events: 0, revents: 0)
    #expect(poll(&event, 1, 60_000) == 1)
    #expect(event.revents & Int16(POLLERR) != 0, "A reader is still there.")
    close(writing)
  }

  @Test("A line of a descriptor that is not UTF-8 is refused with its number")
  func invalid() async throws {
    let pipe = try Pipe()
    pipe.write(Array("one\n".utf8) + [0xFF, 0x0A])
    let source = DescriptorLines(pipe.reading)
    _ = try await source.next()
    let error = await #expect(throws: Status.self) { try await source.next() }
    #expect(error?.message.hasPrefix("Line 2 of standard input") == true)
    close(pipe.writing)
    close(pipe.reading)
  }

  @Test("A cancelled task does not wait for a line of a descriptor")
  func cancelled() async throws {
    let pipe = try Pipe()
    let source = DescriptorLines(pipe.reading)
    let task = Task { try await source.next() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    close(pipe.writing)
  }
}

@Suite("The reader of the output")
struct OutputReaderTests {
  @Test("A reader of the output is noticed as soon as it leaves")
  func gone() async throws {
    let pipe = try Pipe()
    let reader = OutputReader()
    let (left, continuation) = AsyncStream<Void>.makeStream()
    reader.onGone(of: pipe.writing) { continuation.finish() }
    close(pipe.reading)
    for await _ in left {}
    #expect(reader.isGone)
    close(pipe.writing)
  }
}
