import Glibc
import Testing

@testable import PluginKit

@Suite("A plugin's process")
struct ProcessTests {
  @Test("A plugin that is started without a host says so and exits with the status for usage")
  func lonely() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(EX_USAGE), observing: [\.standardErrorContent]
    ) {
      let null = open("/dev/null", O_RDWR)
      let neither = PluginMain.Descriptors(reading: null, writing: null)
      await PluginMain.run(over: neither) { _ in [] }
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains("This is a Steward plugin"))
    #expect(said.contains("--plugin-path"))
  }

  @Test("A plugin whose host has left exits with success")
  func hostGone() async {
    await #expect(processExitsWith: .success) {
      let pipes = Self.pipes(reading: [], writingTo: true)
      await PluginMain.run(over: pipes) { _ in [] }
    }
  }

  @Test("A host that closes its reading end first does not kill the plugin")
  func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      // A Hello that needs a response, into a pipe that no process reads.
      let pipes = Self.pipes(
        reading: [0, 0, 0, 6, 0x0A, 0x04, 0x08, 0x01, 0x10, 0x01], writingTo: false)
      await PluginMain.run(over: pipes) { _ in [] }
    }
  }

  @Test("A plugin whose host sends no valid frames exits with an error")
  func garbage() async {
    await #expect(processExitsWith: .exitCode(EX_SOFTWARE)) {
      let pipes = Self.pipes(reading: [0, 0, 0, 2, 0xFF, 0xFF], writingTo: true)
      await PluginMain.run(over: pipes) { _ in [] }
    }
  }

  /// Returns pipes as a host would make them: one that ends after `bytes`, and one with or without
  /// a reader. They are not at 3 and 4, which belong to other code in a test's process.
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
