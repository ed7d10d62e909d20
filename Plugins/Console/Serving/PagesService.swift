import IPC
import WebProtos
import WebServices

/// `steward.web.v1.Pages`: the console, as the gateway serves it.
struct PagesService: PagesServiceProtocol {
  let console: Console

  func show(_ request: PageRequest, context: CallContext) async throws -> PageResponse {
    if let asset = console.assets.response(for: request.path) { return asset }
    return await console.show(request)
  }

  func submit(_ request: PageRequest, context: CallContext) async throws -> PageResponse {
    await console.submit(request)
  }

  func follow(
    _ request: FollowRequest, to responses: MessageWriter<PageEvent>, context: CallContext
  ) async throws {
    try await LiveEvents(host: console.host).follow(into: responses)
  }
}
