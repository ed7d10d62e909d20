import HTTPTypes
import Hummingbird
import IPC
import JSONCalls
import Logging
import PluginKit
import Status
import WebProtos

/// The routes of the pages for people, which the plugin that serves `steward.web.v1.Pages` draws.
///
/// The gateway keeps the sessions, judges where a form comes from, and sets the headers.
struct PageRoutes: Sendable {
  private static let label = "pages"

  let host: any IPC.Channel
  let directory: MethodDirectory
  let streams: StreamSettings
  let origin: PageOrigin
  private let plugin: PagePlugin
  private let forms: SessionForms

  init(
    host: any IPC.Channel, directory: MethodDirectory, streams: StreamSettings, origin: PageOrigin
  ) {
    (self.host, self.directory, self.streams) = (host, directory, streams)
    self.origin = origin
    plugin = PagePlugin(host: host)
    forms = SessionForms(host: host, plugin: plugin)
  }

  var all: [Route] {
    [Route(.get, "/", .page, handler: enter)]
      + ["/console", "/console/**"].flatMap { path in
        [
          Route(.get, path, .page, label: Self.label) { await respond(to: $0, $1, show) },
          Route(.post, path, .page, label: Self.label) { await respond(to: $0, $1, submit) },
        ]
      }
  }

  /// Sends a browser to the pages.
  private func enter(_ request: Request, _ context: GatewayContext) throws -> Response {
    guard request.headers[values: .accept].contains(where: { $0.contains("text/html") }) else {
      throw APIError(.notFound, "There is nothing at \(request.uri.path).")
    }
    return .seeOther(PagePath.root)
  }

  /// Handles a request in its session. A failure becomes a page as well, so that the browser is
  /// told of its session's new tokens in any case.
  private func respond(
    to request: Request, _ context: GatewayContext,
    _ handle: (Request, GatewayContext, inout PageSession) async throws -> Response
  ) async -> Response {
    var session = PageSession(request, context, host: host)
    var response: Response
    do {
      response = try await handle(request, context, &session)
    } catch {
      let page = FaultPage(error)
      note(page.fault, request, context)
      response = page.response(to: request)
    }
    session.write(to: &response)
    return response
  }

  private func show(
    _ request: Request, _ context: GatewayContext, _ session: inout PageSession
  ) async throws -> Response {
    let path = request.uri.path
    guard path.hasPrefix(PagePath.root) else {
      // Another spelling of the path, such as with two slashes, is none of a page.
      guard PagePath.contains(path) else { throw PageFault.notFound }
      return .seeOther(PagePath.root)
    }
    if path == PagePath.prefetching { return PagePrefetching.response }
    if path == PagePath.events { return try await follow(request, context, &session) }
    if !session.isPresent, request.headers[.secFetchSite] == "cross-site" {
      return GatewayPage.reloading
    }
    let shown = try pageRequest(request, context)
    if path == PagePath.entered { return entered(request, shown, session) }
    return try Response(try await plugin.show(shown, for: &session))
  }

  private func submit(
    _ request: Request, _ context: GatewayContext, _ session: inout PageSession
  ) async throws -> Response {
    let path = request.uri.path
    try origin.checkForm(request)
    guard PagePath.contains(path) else { throw PageFault.notFound }
    guard !PagePath.own.contains(path) else { throw PageFault.wrongMethod }
    var submitted = try pageRequest(request, context)
    submitted.form = try await PageFields(formIn: request)
    try context.requireTime()
    guard let form = SessionForm(path: path) else {
      return try Response(try await plugin.submit(submitted, for: &session))
    }
    return try await forms.respond(
      to: form, submitted, label: SessionLabel.label(for: request), for: &session)
  }

  private func pageRequest(
    _ request: Request, _ context: GatewayContext
  ) throws(PageFault) -> PageRequest {
    PageRequest(
      path: request.uri.path, query: try PageFields(decoding: request.uri.query ?? ""),
      acceptLanguage: request.headers[.acceptLanguage] ?? "",
      settings: SettingsCookie.value(in: request), origin: origin.text(for: request),
      requestId: context.requestID.description,
      isPrefetch: request.headers[.secPurpose]?.contains("prefetch") ?? false,
      isInsecure: origin.isInsecure(request))
  }

  /// Finds out whether the browser keeps the session that it was given.
  private func entered(
    _ request: Request, _ shown: PageRequest, _ session: PageSession
  ) -> Response {
    let next = PagePath.next(shown.query["next"])
    guard !session.isPresent else { return .seeOther(next) }
    return GatewayPage.noSession(isEncrypted: origin.isSecure, next: next).response(to: request)
  }

  private func note(_ fault: PageFault, _ request: Request, _ context: GatewayContext) {
    guard case .badPage(let part) = fault else { return }
    context.logger.error(
      "The plugin that serves the pages returned a page that breaks their contract.",
      metadata: [
        "path": "\(request.uri.path)", "part": "\(part)", "request": "\(context.requestID)",
      ])
  }
}

extension HTTPField.Name {
  /// Whether the browser only fetches a page ahead.
  fileprivate static let secPurpose = Self("sec-purpose")!
}
