import ArgumentParser
import Foundation

/// Measures Steward and the same work in plain C, in one run. It never fails because of a figure.
@main
struct Bench: AsyncParsableCommand {
  @Option(help: "Steward as `make build` lays it out.") var dist = ".build/dist"
  @Option(name: .customLong("case"), help: "The only case to run.") var only: Case?
  @Option(help: "A file for the results, as JSON.") var json: String?
  @Option(help: "How often each case is measured.") var rounds = 5

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1, not \(rounds).") }
  }

  func run() async throws {
    print(Measurement.heading)
    var measurements: [Measurement] = []
    for one in Case.allCases where only == nil || only == one {
      measurements += try await measure(one)
    }
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(measurements).write(to: URL(fileURLWithPath: json))
  }

  private func measure(_ one: Case) async throws -> [Measurement] {
    let setting = try Setting(dist: URL(fileURLWithPath: dist), rounds: rounds)
    defer { setting.remove() }
    var results = Results()
    try await one.measure(in: setting, &results)
    for measurement in results.measurements { print(measurement.line) }
    fflush(nil)  // Otherwise a pipe would get the lines of a case only later.
    return results.measurements
  }
}
