import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  @Test("The five-minute tour prints what the README says")
  func tour() async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell)
    let steps = try ReadmeTour(section: "A five-minute tour").steps
    #expect(steps.count >= 12)

    // One session of bash runs them all, so that variables live on; a mark tells the outputs apart.
    let mark = "--- \(UUID().uuidString)"
    let script = steps.map { "\($0.command)\necho '\(mark)'" }.joined(separator: "\n")
    let outcome = try await shell.bash("exec 2>&1\n" + script)
    let outputs = outcome.output.components(separatedBy: mark + "\n")
    try #require(outputs.count == steps.count + 1)

    for (step, output) in zip(steps, outputs) {
      let printed = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(
        Normalized.lines(printed.dropLast()) == Normalized.lines(step.output),
        "$ \(step.command)")
    }
    #expect(try await daemon.stop() == 0)
  }
}
