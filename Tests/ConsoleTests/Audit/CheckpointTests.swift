import HostProtos
import Testing

@testable import ConsolePlugin

@Suite("Checkpoints")
struct CheckpointTests {
  private static let digits = String(repeating: "0a", count: 32)

  @Test("A checkpoint that is copied and pasted is the same")
  func back() throws {
    let checkpoint = Checkpoint(
      AuditCheckpoint(revision: 12, chain: Array(repeating: 10, count: 32)))
    #expect(checkpoint.text == "12:\(Self.digits)")
    #expect(Checkpoint(" \(checkpoint.text.uppercased())\n") == checkpoint)
  }

  @Test(
    "What is no checkpoint is refused",
    arguments: [
      "", "12", "12:", "12:0a", ":\(digits)", "-1:\(digits)", "12:\(digits)0a", "12:\(digits):",
    ])
  func malformed(text: String) { #expect(Checkpoint(text) == nil) }
}
