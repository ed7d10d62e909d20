import AdminProtos
import HTML
import Status
import WebProtos

/// The page that says why the page that was asked for can't be shown. What isn't there and what
/// isn't the person's read alike.
struct ProblemPage: Sendable {
  let status: Status

  /// Responds to a request of which it isn't known who makes it.
  func response(in frame: Frame) -> PageResponse {
    let language = frame.language
    let page = frame.page(title: title.text(in: language)) {
      header(.class("top")) { a(.class("brand"), .href("/console/")) { "Steward" } }
      main(.id("main"), .class("narrow"), .tabindex(-1)) {
        content([explanation], in: language)
      }
    }
    return .page(page, status: httpStatus)
  }

  /// Responds to a person, in the shell.
  func response(to visit: Visit, assets: Assets) -> PageResponse {
    let sentences =
      status.code == .permissionDenied ? whoCan(visit) : [explanation]
    let drawn = PageContent(
      title: visit.text(title), section: .none,
      main: section(.class("panel")) { content(sentences, in: visit.viewer.language) })
    return .page(Shell(visit: visit, assets: assets).page(drawn), status: httpStatus)
  }

  private func content(_ sentences: [Phrase], in language: Language) -> Markup {
    Markup {
      h1 { title.text(in: language) }
      for sentence in sentences { p { sentence.text(in: language) } }
      p { a(.class("button"), .href("/console/")) { Phrase.toDashboard.text(in: language) } }
    }
  }

  /// Says what the person's role is, which role can, and of which organization.
  private func whoCan(_ visit: Visit) -> [Phrase] {
    let (viewer, id) = (visit.viewer, visit.organization)
    guard !id.isEmpty, let membership = viewer.membership(in: id) else {
      return [visit.request.path.hasPrefix("/console/audit") ? .anyAdminCan : .superAdminsCan]
    }
    return [
      .roleHere(viewer.role(in: id), membership.name),
      visit.isForSuperAdmins ? .superAdminsCan : .adminsCan(membership.name),
    ]
  }

  private var httpStatus: UInt32 {
    switch status.code {
    case .notFound: 404
    case .permissionDenied: 403
    case .resourceExhausted: 429
    case .unavailable, .deadlineExceeded: 503
    case .invalidArgument: 400
    case .failedPrecondition, .alreadyExists, .aborted: 409
    default: 500
    }
  }

  private var title: Phrase {
    switch status.code {
    case .notFound: .notHere
    case .permissionDenied: .notAllowed
    case .unavailable, .deadlineExceeded: .notNow
    case .failedPrecondition, .alreadyExists, .aborted: .notPossible
    default: .wentWrong
    }
  }

  private var explanation: Phrase {
    switch status.code {
    case .notFound: .notHereOrNotYours
    case .permissionDenied: .refused(status)
    case .unavailable, .deadlineExceeded: .partIsRestarting
    case .invalidArgument, .failedPrecondition, .alreadyExists, .aborted: .refused(status)
    default: .wentWrongExplained
    }
  }
}

extension Visit {
  /// Whether the address is one of the few in an organization that its admins can't use.
  fileprivate var isForSuperAdmins: Bool {
    request.path == Address.organization(organization, "delete").path
  }
}
