internal import AdminLists
public import AdminProtos
public import ProtobufRuntime
internal import Store

/// A message that callers see, and that is stored as it is, or in a record beside its secrets.
///
/// So a resource is described once, in its `.proto` file. What is not stored is filled in when it
/// is read: its type, its etag, and fields that follow from other records or from the time.
public protocol Resource: Message {
  /// The value of `type` in every response, such as "workspace".
  static var typeName: String { get }
  var id: String { get }
  var type: String { get set }
  var etag: String { get set }
}

extension Resource {
  /// Returns the resource as callers see it.
  ///
  /// - Parameter etag: The etag of the record that the resource was read from.
  func shown(_ etag: String) -> Self {
    var shown = self
    shown.type = Self.typeName
    shown.etag = etag
    return shown
  }
}

extension Stored where Record: Resource {
  /// The resource as callers see it.
  var resource: Record { record.shown(etag) }
}

extension AdminList where Item: Resource {
  // A closure, since each call of a generic function would make a key path again.
  init(_ data: [Item], hasMore: Bool) { self.init(data, hasMore: hasMore) { $0.id } }
}

extension Organization: Resource {
  public static var typeName: String { "organization" }
}

extension Workspace: Resource {
  public static var typeName: String { "workspace" }
}

extension User: Resource {
  public static var typeName: String { "user" }
}

extension Invite: Resource {
  public static var typeName: String { "invite" }
}

extension ApiKey: Resource {
  public static var typeName: String { "api_key" }
}

extension AdminKey: Resource {
  public static var typeName: String { "admin_key" }
}
