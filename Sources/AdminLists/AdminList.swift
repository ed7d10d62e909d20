public import AdminProtos
public import HostProtos
public import ProtobufRuntime

/// A response that is one page of a list, in the form that the host and every admin plugin return.
public protocol AdminList: Message {
  /// A resource of the list.
  associatedtype Item: Message
  /// The resources of the page.
  var data: [Item] { get set }
  /// Whether more resources follow in the direction of the page.
  var hasMore: Bool { get set }
  /// The id of the first resource of the page; nil for an empty page.
  var firstId: String? { get set }
  /// The id of the last resource of the page; nil for an empty page.
  var lastId: String? { get set }
}

extension AdminList {
  /// Creates the response from a page.
  ///
  /// - Parameter id: Returns the id by which a caller asks for what follows or precedes a resource.
  public init(_ data: [Item], hasMore: Bool, id: (Item) -> String) {
    self.init()
    self.data = data
    self.hasMore = hasMore
    firstId = data.first.map(id)
    lastId = data.last.map(id)
  }
}

extension ListOrganizationsResponse: AdminList {}
extension ListWorkspacesResponse: AdminList {}
extension ListWorkspaceMembersResponse: AdminList {}
extension ListUsersResponse: AdminList {}
extension ListMembershipsResponse: AdminList {}
extension ListSuperAdminsResponse: AdminList {}
extension ListInvitesResponse: AdminList {}
extension ListKeysResponse: AdminList {}
extension ListSessionsResponse: AdminList {}
extension ListAdminKeysResponse: AdminList {}

/// The id of an event is its revision.
extension ListAuditResponse: AdminList {
  public var firstId: String? {
    get { firstRevision == 0 ? nil : String(firstRevision) }
    set { firstRevision = newValue.flatMap { UInt64($0) } ?? 0 }
  }

  public var lastId: String? {
    get { lastRevision == 0 ? nil : String(lastRevision) }
    set { lastRevision = newValue.flatMap { UInt64($0) } ?? 0 }
  }
}
