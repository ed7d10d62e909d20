import Foundation
import Glibc
import Synchronization

/// A client that creates organizations with the `steward` command. It repeats each command until it
/// succeeds, whether a daemon runs or not.
struct CommandClient: Sendable {
  /// The command that runs now, if any.
  final class Running: Sendable {
    private let process = Mutex<ChildProcess?>(nil)

    func set(_ new: ChildProcess?) { process.withLock { $0 = new } }

    func kill() -> Bool {
      process.withLock { $0.map { Glibc.kill($0.pid, SIGKILL) == 0 } ?? false }
    }
  }

  let site: TestInstallation
  let running = Running()
  private(set) var ledger = Ledger()

  init(_ site: TestInstallation) { self.site = site }

  /// Creates organizations until the task is cancelled. The last one is still completed.
  mutating func work() async throws {
    while !Task.isCancelled {
      let name = "script \(ledger.createdOrganizations.count)"
      let id = try await Task { [self] in try await create(name) }.value
      let listed = try await Task { [self] in try await defaultWorkspace(of: id) }.value
      ledger.organizations[id] = Ledger.Organization(name: name, defaultWorkspace: listed)
      ledger.createdOrganizations.append(id)
      ledger.createdWorkspaces.append(listed)
      ledger.acknowledged += 1
    }
  }

  private func create(_ name: String) async throws -> String {
    try await output(
      of: ["orgs", "create", name, "--idempotency-key", name, "--output", "id", "--timeout", "20s"])
  }

  private func defaultWorkspace(of id: String) async throws -> String {
    let text = try await output(of: ["orgs", "get", id, "--output", "jsonl", "--timeout", "20s"])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return object?["default_workspace_id"] as? String ?? ""
  }

  /// Runs a command until it succeeds, and returns its only line.
  private func output(of arguments: [String]) async throws -> String {
    let deadline = ContinuousClock.now + patience
    var last = ""
    while ContinuousClock.now < deadline {
      let (status, output, errors) = try await run(arguments)
      if status == 0 { return output.trimmingCharacters(in: .newlines) }
      last = "\(status) \(errors)"
      // Killed, unavailable, deadline exceeded, or refused because another host starts or stops.
      let passing: [Int32] = [128 + SIGKILL, 24, 14, 19]
      guard passing.contains(status) else { throw Hangs(what: "a command failed: \(last)") }
    }
    throw Hangs(what: "\(arguments): \(last)")
  }

  private func run(_ arguments: [String]) async throws -> (Int32, String, String) {
    let process = try site.steward(arguments, saying: "command")
    running.set(process)
    let status = await process.status
    running.set(nil)
    return (status, site.text("command.out"), site.text("command.err"))
  }
}
