import ArgumentParser
import Foundation

/// Measures Steward beside the same work in plain C, in one run. Never fails on a figure.
@main
struct Bench: AsyncParsableCommand {
  @Option(help: "Steward as `make build` lays it out.") var dist = ".build/dist"
  @Option(name: .customLong("case"), help: "The only case to run.") var only: String?
  @Option(help: "A file for the results, as JSON.") var json: String?
  @Option(help: "How often each case is measured.") var rounds = 5

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1, not \(rounds).") }
    guard let only, Case(rawValue: only) == nil else { return }
    let names = Case.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("There is no case \"\(only)\"; those are \(names).")
  }

  func run() async throws {
    var results: [Measurement] = []
    for one in Case.allCases where only == nil || only == one.rawValue {
      let scratch = FileManager.default.temporaryDirectory
        .appendingPathComponent("steward-bench-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: scratch) }
      let measured = try await one.measure(
        rounds: rounds, dist: URL(fileURLWithPath: dist), scratch: scratch)
      for measurement in measured { print(measurement.line) }
      results += measured
    }
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(results).write(to: URL(fileURLWithPath: json))
  }
}
