import AdminProtos
import HTML

/// The sessions of a person that last, with a button that ends each.
struct SessionList: Sendable {
  let visit: Visit

  func drawing(_ sessions: [Session]) -> Markup {
    Markup {
      table.drawing(sessions, in: visit)
      if sessions.contains(where: { !$0.current }) {
        visit.form(to: "/console/account/sessions/others", verb: .endOtherSessions, refusal: nil) {}
      }
    }
  }

  /// Draws the sessions of another person, who ends them alone.
  func reading(_ sessions: [Session]) -> Markup {
    DataTable(caption: .sessions, columns: columns, id: { $0.id }).drawing(sessions, in: visit)
  }

  private var table: DataTable<Session> {
    let end = DataTable<Session>.Column(name: .actions) { session in
      session.current ? .nothing : self.end(session)
    }
    return DataTable(caption: .sessions, columns: columns + [end], id: { $0.id })
  }

  private var columns: [DataTable<Session>.Column] {
    [
      .init(name: .sessionLabel) { session in
        Markup {
          bdi { session.label.isEmpty ? session.id : session.label }
          if session.current { visit.tag(.thisSession, .good) }
        }
      },
      .init(name: .begun) { visit.moment($0.createdAt, orElse: .unknownTime) },
      .init(name: .lastRefreshed) { visit.ago($0.refreshedAt, orElse: .unknownTime) },
      .init(name: .endsWhenIdle) { visit.moment($0.expiresAt, orElse: .unknownTime) },
      .init(name: .endsAtLatest) { visit.moment($0.endsAt, orElse: .unknownTime) },
    ]
  }

  private func end(_ session: Session) -> Markup {
    visit.form(to: "/console/account/sessions/end", verb: .endSession, refusal: nil) {
      input(.type(.hidden), .name("id"), .value(session.id))
    }
  }
}
