import Glibc
import Testing

@testable import PluginKit

@Suite("A module's process")
struct ProcessTests {
  @Test("Started without a host, it says so and exits with the status for usage")
  func lonely() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(EX_USAGE), observing: [\.standardErrorContent]
    ) {
      let null = open("/dev/null", O_RDWR)
      dup2(null, 3)
      dup2(null, 4)
      await PluginProcess.run(version: "1") { _ in [] }
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains("This is a module of Steward"))
    #expect(said.contains("--plugin-path"))
  }

  @Test("When the host is gone, it exits in order")
  func hostGone() async {
    await #expect(processExitsWith: .success) {
      Self.become(reading: [], writingTo: true)
      await PluginProcess.run(version: "1") { _ in [] }
    }
  }

  @Test("A host that closes its reading end first does not kill it")
  func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      // A Hello that must be answered, into a pipe that nobody reads.
      Self.become(reading: [0, 0, 0, 6, 0x0A, 0x04, 0x08, 0x01, 0x10, 0x01], writingTo: false)
      await PluginProcess.run(version: "1") { _ in [] }
    }
  }

  @Test("A host that speaks no frames is an error that it names")
  func garbage() async {
    await #expect(processExitsWith: .exitCode(EX_SOFTWARE)) {
      Self.become(reading: [0, 0, 0, 2, 0xFF, 0xFF], writingTo: true)
      await PluginProcess.run(version: "1") { _ in [] }
    }
  }

  /// Makes descriptors 3 and 4 what a host would have made them: one at its end after some bytes,
  /// the other with or without a reader.
  private static func become(reading bytes: [UInt8], writingTo hasReader: Bool) {
    var input: [Int32] = [-1, -1]
    var output: [Int32] = [-1, -1]
    _ = pipe(&input)
    _ = pipe(&output)
    let high = (input + output).map { fcntl($0, F_DUPFD, 100) }
    for descriptor in input + output { close(descriptor) }
    _ = write(high[1], bytes, bytes.count)
    close(high[1])
    dup2(high[0], 3)
    dup2(high[3], 4)
    close(high[0])
    close(high[3])
    if !hasReader { close(high[2]) }
  }
}
