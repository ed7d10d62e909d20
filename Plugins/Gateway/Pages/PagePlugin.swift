import IPC
import Status
import WebProtos
import WebServices

/// The plugin that draws the pages. There may be none.
struct PagePlugin: Sendable {
  private let pages: PagesClient

  init(host: any IPC.Channel) { pages = PagesClient(host) }

  /// Returns a page for the person whose session it is. If there is no session, or the plugin
  /// accepts it no more, the page is that for everyone, such as a login form.
  func show(_ request: PageRequest, for session: inout PageSession) async throws -> PageResponse {
    let page = try await session.call(isRefused: Self.needsSession) { options in
      try await known { try await pages.show(request, options: options) }
    }
    if let page { return page }
    return try await show(request, anonymouslyFor: session)
  }

  /// Performs what a form asks for. If the session has ended, it returns the page for everyone.
  func submit(_ request: PageRequest, for session: inout PageSession) async throws -> PageResponse {
    let page = try await session.call(isRefused: Self.needsSession) { options in
      try await known { try await pages.submit(request, options: options) }
    }
    if let page { return page }
    var shown = request
    shown.form = []
    guard !session.isPresent else { return try await show(shown, anonymouslyFor: session) }
    do {
      return try await known { try await pages.submit(request, options: session.anonymousOptions) }
    } catch let status as Status where status.code == .unauthenticated {
      return try await show(shown, anonymouslyFor: session)
    }
  }

  /// Returns the page for everyone.
  func show(
    _ request: PageRequest, anonymouslyFor session: PageSession
  ) async throws -> PageResponse {
    try await known { try await pages.show(request, options: session.anonymousOptions) }
  }

  private static func needsSession(_ page: PageResponse) -> Bool { page.status == 401 }

  /// Makes a call to the plugin, and tells whether there is such a plugin at all.
  private func known(_ call: () async throws -> PageResponse) async throws -> PageResponse {
    do {
      return try await call()
    } catch let status as Status where status.code == .unimplemented {
      throw PageFault.noPlugin
    }
  }
}
