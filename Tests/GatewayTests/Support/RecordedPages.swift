import IPC
import Status
import Synchronization
import WebProtos
import WebServices

/// A plugin that draws pages, which records its calls. It has a page for every path; a person
/// without a session gets a login form there, unless the path is that of an asset.
final class RecordedPages: PagesServiceProtocol {
  struct Call {
    let method: String
    let authorization: String?
    let request: PageRequest
  }

  /// The access token that the host accepts and this plugin refuses.
  static let doubted = "access-doubted"

  private let recorded = Mutex<[Call]>([])
  /// Returns the page for a person with a session; nil: a page that names its path.
  private let draw: @Sendable (PageRequest) throws -> PageResponse?

  /// The page for a person without a session.
  private let forEveryone: PageResponse

  init(
    forEveryone: PageResponse = .html("Log in", status: 401),
    _ draw: @escaping @Sendable (PageRequest) throws -> PageResponse? = { _ in nil }
  ) {
    (self.forEveryone, self.draw) = (forEveryone, draw)
  }

  var calls: [Call] { recorded.withLock { $0 } }
  /// The methods and the access tokens of the calls, such as `Show access-1`.
  var trace: [String] {
    calls.map { "\($0.method) \($0.authorization?.dropFirst("Bearer ".count) ?? "anonymous")" }
  }

  func show(_ request: PageRequest, context: CallContext) async throws -> PageResponse {
    try page("Show", request, context)
  }

  func submit(_ request: PageRequest, context: CallContext) async throws -> PageResponse {
    try page("Submit", request, context)
  }

  func follow(
    _ request: FollowRequest, to responses: MessageWriter<PageEvent>, context: CallContext
  ) async throws {
    record("Follow", PageRequest(), context)
    try Self.check(context)
    try await responses.send(PageEvent(kind: "keys", organizationId: "org_1"))
    try await responses.send(PageEvent(kind: "plugins"))
    try await Task.sleep(for: .seconds(3600))  // Until it is cancelled.
  }

  private func page(
    _ method: String, _ request: PageRequest, _ context: CallContext
  ) throws -> PageResponse {
    record(method, request, context)
    let isAsset = request.path.hasPrefix("/console/assets/")
    guard isAsset || context.metadata["authorization"] != nil else { return forEveryone }
    if !isAsset { try Self.check(context) }
    if context.metadata["authorization"] == "Bearer \(Self.doubted)" {
      return .html("Log in", status: 401)
    }
    return try draw(request) ?? .html("Page \(request.path)")
  }

  private func record(_ method: String, _ request: PageRequest, _ context: CallContext) {
    let call = Call(
      method: method, authorization: context.metadata["authorization"], request: request)
    recorded.withLock { $0.append(call) }
  }

  /// Refuses a credential as the host would.
  private static func check(_ context: CallContext) throws {
    let known = ["access-1", "access-2", doubted].map { "Bearer \($0)" }
    guard known.contains(context.metadata["authorization"] ?? "") else {
      throw Status(.unauthenticated, reason: "ACCESS_TOKEN_EXPIRED", message: "It has expired.")
    }
  }
}

extension PageResponse {
  static func html(_ text: String, status: UInt32 = 200) -> PageResponse {
    PageResponse(status: status, contentType: "text/html", body: Array(text.utf8))
  }

  static func redirect(_ location: String) -> PageResponse {
    PageResponse(status: 303, location: location)
  }
}
