import Foundation
import Testing

@Suite("The life of a company")
struct CompanyTests {
  @Test(
    "A script takes a company from init to export, and into another installation",
    arguments: [false, true])
  func life(withDaemon: Bool) async throws {
    let shell = try Shell()
    let daemon = withDaemon ? try await Daemon(shell) : nil
    let script = Installation.checkout.appendingPathComponent("Tests/EndToEndTests/company.sh")
    let outcome = try await shell.bash("sh '\(script.path)'")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.lines.last == "The end")
    #expect(outcome.errors == "")
    if let daemon { #expect(try await daemon.stop() == 0) }
  }
}
