import Foundation
import Testing

extension Shell {
  /// The directory of the session, as documents show it.
  private static let home = "/home/ada"

  /// Types the commands of a tour into one session of bash, and compares their output.
  ///
  /// - Parameter address: The address that stands for 127.0.0.1:8787, the default port, of which a
  ///   machine has only one.
  func follow(_ tour: Tour, servedAt address: String = "127.0.0.1:8787") async throws {
    try #require(!tour.steps.isEmpty)
    // One session keeps the variables. A mark separates the outputs.
    let mark = "--- \(UUID().uuidString)"
    let script = tour.steps.map { step in
      "\(step.command.replacing("127.0.0.1:8787", with: address))\necho '\(mark)'"
    }
    // If a command fails, no job that a tour has begun may go on.
    let session = ["exec 2>&1", "trap 'kill $(jobs -p) 2> /dev/null' EXIT"] + script
    let printed = try await bash(session.joined(separator: "\n")).output
      .replacing(directory.path, with: Self.home).components(separatedBy: mark + "\n")
    try #require(printed.count == tour.steps.count + 1)

    for (step, output) in zip(tour.steps, printed) {
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(
        Normalized.lines(lines.dropLast()) == Normalized.lines(step.output), "$ \(step.command)")
    }
  }

  /// Claims the installation: the organization Acme Robotics with its admin Ada.
  func claim() async throws {
    let outcome = try await bash(
      """
      echo 'correct horse battery staple' > password
      steward init --org "Acme Robotics" --name "Ada Lovelace" --email ada@acme.test \
        --password-file password
      """)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// Adds the developer Grace, who owns the API key CI. Its secret is in the file `leaked`.
  func addGrace() async throws {
    let outcome = try await bash(
      """
      set -e -o pipefail
      GRACE=$(steward users add grace@acme.test --name "Grace Hopper" --role developer --output id)
      steward keys issue CI --user $GRACE --output json \
        | sed -n 's/.*"secret": "\\(.*\\)".*/\\1/p' > leaked
      """)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// Returns the address where the running host serves HTTP.
  func address() async throws -> String {
    let status = try await steward("status", "--output", "json").output
    return String(try #require(status.firstMatch(of: #/127\.0\.0\.1:[0-9]+/#)?.output))
  }
}
