import AdminProtos
import HTML

/// What to do in a new organization. It follows from the counts, so it goes by itself when all is
/// done; the person can also dismiss it.
struct FirstSteps: Sendable {
  let visit: Visit
  let organization: Organization

  private struct Step {
    let name: Phrase
    let address: Address
    let isDone: Bool
  }

  private var steps: [Step] {
    let (viewer, id) = (visit.viewer, organization.id)
    var steps: [Step] = []
    if viewer.may("workspaces.create", in: id) {
      steps.append(
        Step(
          name: .makeWorkspace, address: .organization(id, "workspaces", "new"),
          isDone: organization.workspaceCount > 0))
    }
    if viewer.may("keys.issue", in: id) {
      steps.append(
        Step(
          name: .addKey, address: .organization(id, "keys", "new"),
          isDone: organization.keyCount > 0))
    }
    if viewer.may("invites.manage", in: id) {
      steps.append(
        Step(
          name: .inviteSomebody, address: .organization(id, "users", "new"),
          isDone: organization.memberCount > 1))
    }
    return steps
  }

  var drawing: Markup {
    let steps = steps
    guard !visit.viewer.settings.hidesFirstSteps, steps.contains(where: { !$0.isDone }) else {
      return .nothing
    }
    return section(
      .class("panel"), .ariaLabelledBy("first-steps"),
      .data("live", "orgs,workspaces,keys,users \(organization.id)")
    ) {
      div(.class("panel-head")) {
        h2(.id("first-steps")) { visit.text(.firstSteps) }
        visit.form(to: "/console/first-steps/dismiss", verb: .dismiss, refusal: nil) {}
      }
      ol(.class("steps")) {
        for step in steps {
          li {
            if step.isDone {
              Icon.check.drawing
              del { visit.text(step.name) }
            } else {
              a(.href(step.address), .data("dialog")) { visit.text(step.name) }
            }
          }
        }
      }
    }
  }
}

/// Dismisses the first steps in this browser.
struct DismissFirstSteps: FormPage {
  let visit: Visit

  func content() async throws -> PageContent { try await DashboardPage(visit: visit).content() }

  func content(after refusal: Refusal) async throws -> PageContent { try await content() }

  func submit() async throws -> FormOutcome {
    var settings = visit.viewer.settings
    settings.hidesFirstSteps = true
    return .remembered(settings, "/console/")
  }
}
