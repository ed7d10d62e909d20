import Glibc
import Testing

@testable import PluginKit

@Suite("A plugin's process")
struct ProcessTests {
  @Test("Started without a host, it says so and exits with the status for usage")
  func lonely() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(EX_USAGE), observing: [\.standardErrorContent]
    ) {
      let null = open("/dev/null", O_RDWR)
      let neither = PluginMain.Descriptors(reading: null, writing: null)
      await PluginMain.run(version: "1", over: neither) { _ in [] }
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains("This is a plugin of Steward"))
    #expect(said.contains("--plugin-path"))
  }

  @Test("When the host is gone, it exits in order")
  func hostGone() async {
    await #expect(processExitsWith: .success) {
      let pipes = Self.pipes(reading: [], writingTo: true)
      await PluginMain.run(version: "1", over: pipes) { _ in [] }
    }
  }

  @Test("A host that closes its reading end first does not kill it")
  func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      // A Hello that must be answered, into a pipe that nobody reads.
      let pipes = Self.pipes(
        reading: [0, 0, 0, 6, 0x0A, 0x04, 0x08, 0x01, 0x10, 0x01], writingTo: false)
      await PluginMain.run(version: "1", over: pipes) { _ in [] }
    }
  }

  @Test("A host that speaks no frames is an error that it names")
  func garbage() async {
    await #expect(processExitsWith: .exitCode(EX_SOFTWARE)) {
      let pipes = Self.pipes(reading: [0, 0, 0, 2, 0xFF, 0xFF], writingTo: true)
      await PluginMain.run(version: "1", over: pipes) { _ in [] }
    }
  }

  /// Returns what a host would have made: a pipe at its end after some bytes, and one with or
  /// without a reader. Not at 3 and 4, which in a test's process belong to others.
  private static func pipes(
    reading bytes: [UInt8], writingTo hasReader: Bool
  ) -> PluginMain.Descriptors {
    var input: [Int32] = [-1, -1]
    var output: [Int32] = [-1, -1]
    _ = pipe(&input)
    _ = pipe(&output)
    _ = write(input[1], bytes, bytes.count)
    close(input[1])
    if !hasReader { close(output[0]) }
    return PluginMain.Descriptors(reading: input[0], writing: output[1])
  }
}
