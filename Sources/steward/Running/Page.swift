internal import AdminProtos
internal import ProtobufRuntime

/// A response that is one page of a list.
protocol Page: Message {
  associatedtype Item: Message
  var data: [Item] { get set }
  var hasMore: Bool { get set }
  var firstId: String? { get set }
  var lastId: String? { get set }
}

extension ListOrganizationsResponse: Page {}
extension ListWorkspacesResponse: Page {}
extension ListWorkspaceMembersResponse: Page {}
extension ListUsersResponse: Page {}
extension ListMembershipsResponse: Page {}
extension ListSuperAdminsResponse: Page {}
extension ListInvitesResponse: Page {}
extension ListKeysResponse: Page {}
extension ListSessionsResponse: Page {}
extension ListAdminKeysResponse: Page {}

extension PageOptions {
  /// Returns the requested page, or with `--all` all pages as one.
  func fetch<Response: Page>(
    _ page: (_ after: String, _ before: String) async throws -> Response
  ) async throws -> Response {
    var whole = try await page(after ?? "", before ?? "")
    while all, whole.hasMore, let last = whole.lastId {
      let next = try await page(last, "")
      whole.data += next.data
      whole.hasMore = next.hasMore
      // A page without a last id ends the loop, whatever its `has_more` says.
      whole.lastId = next.lastId
    }
    return whole
  }

  /// Returns a note on how to see the rest of the list; nil if the page leaves out nothing.
  func note(for page: some Page) -> String? {
    guard page.hasMore else { return nil }
    let next =
      before == nil ? page.lastId.map { "--after \($0)" } : page.firstId.map { "--before \($0)" }
    return "There are more: \(next.map { "\($0), or " } ?? "")--all"
  }
}
