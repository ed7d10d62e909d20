internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime
internal import Status

/// `steward doctor`.
struct DoctorCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the data directory, store, plugins and kernel, and suggest fixes.",
    discussion: "Fails if a check finds an error. A warning is not a failure.")

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let response = try await MaintenanceClient(channel).examine(
      ExamineRequest(), options: callOptions)
    try print(report(of: response), in: session)
    let wrong = response.findings.filter { $0.severity == "error" }
    guard wrong.isEmpty else { throw Status.unwell(wrong) }
  }

  private func report(of response: ExamineResponse) throws -> Report {
    let findings = response.findings
    let warnings = findings.count { $0.severity == "warning" }
    return Report(
      response: try response.wholeJSON(), items: try findings.map { try $0.wholeJSON() },
      ids: findings.filter { $0.severity != "ok" }.map(\.check),
      readable: { style in findings.map { $0.readable(style) }.joined() },
      note: findings.contains { $0.severity == "error" }
        ? nil
        : warnings == 0
          ? "No problems found." : "No errors, \(warnings) warning\(warnings == 1 ? "" : "s").")
  }
}

extension Finding {
  /// Returns the finding on one line, and its remedy on the next.
  fileprivate func readable(_ style: Style) -> String {
    let inks: [String: Style.Ink] = ["ok": .green, "warning": .yellow, "error": .red]
    let line =
      style.paint(severity.singleLine.padded(to: 9), inks[severity])
      + check.singleLine.padded(to: 28)
    let next = remedy.isEmpty ? "" : "\(String(repeating: " ", count: 9))-> \(remedy.singleLine)\n"
    return line + message.singleLine + "\n" + next
  }
}

extension Status {
  fileprivate static func unwell(_ wrong: [Finding]) -> Status {
    Status(
      .failedPrecondition, reason: "UNWELL",
      message: wrong.count == 1
        ? "A check failed: \(wrong[0].check)."
        : "\(wrong.count) checks failed: \(wrong.map(\.check).joined(separator: ", ")).")
  }
}
