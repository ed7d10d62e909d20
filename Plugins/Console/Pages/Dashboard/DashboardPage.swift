import AdminProtos
import GoogleProtos
import HTML

/// The first page: who one is, the organization one works in, what to do first, what needs
/// attention, and what changed last.
struct DashboardPage: Page {
  let visit: Visit

  func content() async throws -> PageContent {
    let visit = visit
    async let changes = RecentChanges.load(visit)
    let shown = try await visit.shownOrganizationHead()
    let plots = try await KeyPlots.load(shown?.value?.organization, visit)
    let recent = try await changes
    let main = Markup {
      greeting(in: shown?.value?.id)
      if let shown {
        visit.part(shown, .yourOrganization, draw)
      } else {
        noOrganization
      }
      plots?.drawing
      recent?.drawing
    }
    return PageContent(title: visit.text(.dashboard), section: .dashboard, main: main)
  }

  private func draw(_ head: OrganizationHead) -> Markup {
    Markup {
      head.drawing(.other)
      FirstSteps(visit: visit, organization: head.organization).drawing
      Attention(visit: visit, organization: head.organization, keys: head.summary).drawing
    }
  }

  private func greeting(in organization: String?) -> Markup {
    let (viewer, today) = (visit.viewer, CivilTime(secondsSince1970: visit.now))
    return header(.class("greeting")) {
      p(.class("hint")) {
        time(.datetime(today.machine), .data("day")) { today.day(in: viewer.language) }
      }
      h1 { visit.text(.welcome(viewer.name)) }
      p {
        viewer.identity.email
        " "
        visit.tag(viewer.role(in: organization ?? ""))
      }
    }
  }

  private var noOrganization: Markup {
    section(.class("panel")) {
      if visit.viewer.may("orgs.create") {
        EmptyState(
          text: .noOrganizationShown, action: (.createOrganization, "/console/orgs/new")
        ).drawing(in: visit)
        p { a(.href("/console/orgs")) { visit.text(.organizations) } }
      } else {
        p { visit.text(.noMembership(visit.viewer.identity.email)) }
      }
    }
  }
}
