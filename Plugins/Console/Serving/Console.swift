import AdminProtos
import AdminServices
import HTML
import IPC
import Logging
import Platform
import Status
import WebProtos

/// The console: its addresses, its assets, and what it needs to serve a request.
struct Console: Sendable {
  let host: any Channel
  let keys: FormKeys
  let assets: Assets
  let logger: Logger
  let routes = PageRoutes(PageRoute.all)

  /// Returns the response of a page to a request.
  func show(_ request: PageRequest) async -> PageResponse {
    await respond(to: request) { reception in
      guard let visit = try await reception.visit() else { return try await reception.wayIn() }
      if request.refusal?.form == "confirm" {
        return respond(with: try await ConfirmPage(visit: visit).content(), for: visit)
      }
      let (route, page) = try route(of: visit)
      return respond(with: try await route.show(page), for: page)
    }
  }

  /// Returns the response to a form.
  func submit(_ request: PageRequest) async -> PageResponse {
    await respond(to: request) { reception in
      guard let visit = try await reception.visit() else { return try await reception.wayIn() }
      let (route, page) = try route(of: visit)
      guard let submit = route.submit, let showAgain = route.showAgain else {
        throw Status.noSuchPage
      }
      do {
        guard page.hasValidKey else { throw Status.staleForm }
        return respond(with: try await submit(page), for: page)
      } catch let status as Status where Refusal.canBeMended(status) {
        let refusal = Refusal(status, fields: page.form)
        var content = try await showAgain(page, refusal)
        content.status = refusal.httpStatus
        content.isRefused = true
        return respond(with: content, for: page)
      }
    }
  }

  /// Responds, with a page that says what is wrong if no other can be drawn. A symbol's name or a
  /// stack never reaches a person.
  private func respond(
    to request: PageRequest, _ body: (Reception) async throws -> PageResponse
  ) async -> PageResponse {
    let reception = Reception(request, console: self)
    do {
      return try await body(reception)
    } catch {
      let status = Status(describing: error)
      if status.code == .unauthenticated { return reception.login() }
      if status.code == .unknown || status.code == .internal {
        logger.error("A page failed.", metadata: ["path": "\(request.path)", "error": "\(status)"])
      }
      return await reception.problem(status)
    }
  }

  private func route(of visit: Visit) throws -> (PageRoute, Visit) {
    guard let (route, values) = routes.route(of: visit.request.path) else {
      throw Status.noSuchPage
    }
    return (route, visit.at(values))
  }

  private func respond(with content: PageContent, for visit: Visit) -> PageResponse {
    var response = PageResponse.page(
      Shell(visit: visit, assets: assets).page(content), status: content.status)
    response.settings = visit.newSettings
    return response
  }

  private func respond(with result: PageResult, for visit: Visit) -> PageResponse {
    switch result {
    case .page(let content): respond(with: content, for: visit)
    case .redirect(let address): .redirect(to: address)
    case .download(let name, let type, let bytes):
      .download(bytes, type: type, name: name)
    }
  }

  private func respond(with outcome: FormOutcome, for visit: Visit) -> PageResponse {
    switch outcome {
    case .done(let address): .redirect(to: address)
    case .remembered(let settings, let address):
      PageResponse(status: 303, location: address.text, settings: settings.cookie)
    case .shown(let content): respond(with: content, for: visit)
    case .download(let name, let type, let bytes):
      .download(bytes, type: type, name: name)
    }
  }
}

extension PageResponse {
  /// Creates the response with a page.
  static func page(_ page: Document, status: UInt32) -> PageResponse {
    PageResponse(status: status, contentType: "text/html", body: page.bytes())
  }

  /// Creates the response that sends the browser to another page.
  static func redirect(to address: Address) -> PageResponse {
    PageResponse(status: 303, location: address.text)
  }

  /// Creates the response with a file that the browser saves.
  static func download(_ bytes: [UInt8], type: String, name: String) -> PageResponse {
    PageResponse(status: 200, contentType: type, body: bytes, downloadName: name)
  }
}

extension Status {
  static let noSuchPage = Status(
    .notFound, reason: "PAGE_NOT_FOUND", message: "The console has no page at this address.")
  static let staleForm = Status(
    .failedPrecondition, reason: "FORM_STALE",
    message: "The form is too old, or was made for another session. Check it and send it again.")
}
