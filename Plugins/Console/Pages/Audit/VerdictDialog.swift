import HTML
import HostProtos

/// What a verification of the log has found.
struct VerdictDialog: Sendable {
  let visit: Visit
  let verdict: VerifyAuditResponse
  let duration: Duration

  var drawing: Markup {
    Dialog(
      action: "/console/audit/verify", title: visit.text(.verifyLog), back: "/console/audit",
      verb: .closeDialog
    ).telling(in: visit) {
      if verdict.intact { intact } else { broken }
      p(.class("hint")) { visit.text(.restsOn(verdict.basis, verdict.restsOn)) }
    }
  }

  private var milliseconds: Int64 { max(1, Int64(duration / .milliseconds(1))) }

  private var intact: Markup {
    Markup {
      p(.class("notice"), .role("status")) {
        strong { visit.text(.logIsIntact) }
        " \(visit.text(.eventsChecked(verdict.checked, milliseconds)))"
      }
      if let position = verdict.checkpoint {
        p { visit.text(.keepCheckpoint) }
        p { visit.copyable(Checkpoint(position).text, named: .checkpoint) }
      }
    }
  }

  private var broken: Markup {
    div(.class("problem"), .role("alert")) {
      p {
        strong { visit.text(.logIsBroken) }
        " \(visit.text(.eventsChecked(verdict.checked, milliseconds)))"
      }
      if verdict.firstBrokenRevision > 0 {
        p { visit.text(.firstBroken(verdict.firstBrokenRevision)) }
      }
      p(.lang("en")) { verdict.finding }
      p { visit.text(.restoreBackup) }
    }
  }
}
