public import AdminProtos
public import ProtobufRuntime

/// A page of a list, in the form that every list method returns.
public protocol ListResponse: Message {
  associatedtype Item
  init(data: [Item], hasMore: Bool, firstId: String?, lastId: String?)
}

extension ListResponse {
  /// Creates the response from a page.
  ///
  /// - Parameter id: Returns the id by which a caller asks for the items after or before an item.
  public init(_ data: [Item], hasMore: Bool, id: (Item) -> String) {
    self.init(
      data: data, hasMore: hasMore, firstId: data.first.map(id), lastId: data.last.map(id))
  }
}

extension ListResponse where Item: Resource {
  init(_ data: [Item], hasMore: Bool) { self.init(data, hasMore: hasMore, id: \.id) }
}

extension ListOrganizationsResponse: ListResponse {}
extension ListWorkspacesResponse: ListResponse {}
extension ListWorkspaceMembersResponse: ListResponse {}
extension ListKeysResponse: ListResponse {}
extension ListUsersResponse: ListResponse {}
extension ListSuperAdminsResponse: ListResponse {}
extension ListMembershipsResponse: ListResponse {}
extension ListInvitesResponse: ListResponse {}
extension ListAdminKeysResponse: ListResponse {}
extension ListSessionsResponse: ListResponse {}
