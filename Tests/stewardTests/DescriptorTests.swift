import Glibc
import IPC
import Testing

@testable import steward

/// Two ends of a pipe, closed with the value's end.
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

@Suite("Lines of a descriptor")
struct DescriptorLinesTests {
  @Test("come one by one, the last without an end as well")
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

  @Test("are refused by their number when they are not UTF-8")
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

  @Test("don't hold up a task that is cancelled while it waits for one")
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
  @Test("is missed as soon as it has left")
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
