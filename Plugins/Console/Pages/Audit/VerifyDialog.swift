import HTML
import HostProtos
import HostServices
import IPC
import Status

/// The dialog that checks whether the log is as it was written.
struct VerifyDialog: FormPage {
  let visit: Visit

  private var address: Address { "/console/audit/verify" }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    let start = ContinuousClock.now
    let verdict = try await AuditClient(visit.host).verify(
      VerifyAuditRequest(checkpoint: try pasted?.position),
      options: CallOptions(timeout: .seconds(25)))
    let dialog = VerdictDialog(
      visit: visit, verdict: verdict, duration: ContinuousClock.now - start)
    return .shown(try await AuditPage(visit: visit).content(dialog: dialog.drawing))
  }

  /// The checkpoint that was pasted; nil without one.
  private var pasted: Checkpoint? {
    get throws {
      let text = visit.form.trimmed("checkpoint")
      guard !text.isEmpty else { return nil }
      guard let checkpoint = Checkpoint(text) else { throw Status.malformedCheckpoint }
      return checkpoint
    }
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    guard visit.viewer.may("audit.verify") else { throw Status.mayNotVerify }
    let dialog = Dialog(
      action: address, title: visit.text(.verifyLog), back: "/console/audit", verb: .verify
    ).drawing(in: visit, refusal: refusal) {
      p { visit.text(.verifyExplained) }
      Field(
        name: "checkpoint", label: .keptCheckpoint, hint: .keptCheckpointHint, isRequired: false
      ).text(maxlength: 100, refusal: refusal, in: visit, isFirst: true)
    }
    return try await AuditPage(visit: visit).content(dialog: dialog)
  }
}

extension Status {
  static let mayNotVerify = Status(
    .permissionDenied, reason: "PERMISSION_DENIED",
    message: "Only a super admin may verify the log.")
}
