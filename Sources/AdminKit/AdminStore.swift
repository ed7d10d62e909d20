public import AdminModel
public import IPC
public import PluginKit
public import ProtobufRuntime
public import Store

/// The store, as an admin plugin reads and changes it on behalf of its callers.
///
/// A method of a service is one ``read(_:in:_:)`` or one ``change(_:_:in:dryRun:sealing:_:)``,
/// whose body is what the method decides:
///
/// ```swift
/// func get(_ request: GetKeyRequest, context: CallContext) async throws -> ApiKey {
///   try store.read(context, in: request.organizationId) { access, tx in
///     ApiKey(try Keys.get(request.id, by: access, in: tx))
///   }
/// }
/// ```
public struct AdminStore: Sendable {
  /// The store itself, for work that no caller requests.
  public let base: Store
  private let plugin: String

  /// Opens the store that the host has granted to a plugin.
  public init(_ environment: PluginEnvironment) throws {
    self.init(
      try Store.openAdmin(directory: environment.storeDirectory), plugin: environment.name)
  }

  /// Uses a store that is open already.
  ///
  /// - Parameter plugin: The name of the plugin, as its manifest and every event of it have it.
  public init(_ store: Store, plugin: String) {
    base = store
    self.plugin = plugin
  }

  /// Runs `body` with the access of the caller, and with a view of the last commit.
  ///
  /// - Parameter organization: The only organization in which the caller may act; every one if it
  ///   is empty.
  public func read<Result>(
    _ context: CallContext, in organization: String = "",
    _ body: (Access, borrowing ReadTransaction) throws -> Result
  ) throws -> Result {
    let access = try Access(context).within(organization)
    return try base.read { tx in try body(access, tx) }
  }

  /// Runs a mutation once, however often its call arrives, and returns its response.
  ///
  /// Everything that `body` requires of the access is required again of a caller that repeats the
  /// call, before the caller gets the recorded response.
  ///
  /// - Parameters:
  ///   - organization: The only organization in which the caller may act; every one if it is empty.
  ///   - dryRun: Whether the changes are rolled back. The response is then that of the same code.
  ///   - seal: The seal of the recorded response, if the response holds a secret.
  @discardableResult
  public func change<Request: Message, Response: Message>(
    _ context: CallContext, _ request: Request, in organization: String = "",
    dryRun: Bool = false, sealing seal: Seal? = nil,
    _ body: @escaping @Sendable (Access, inout WriteTransaction) throws -> Response
  ) async throws -> Response {
    let access = try Access(context).within(organization)
    let change = try change(of: context)
    guard !dryRun else { return try await base.dryRun(change) { tx in try body(access, &tx) } }
    return try await base.once(change, by: access, request: request, sealing: seal) { tx, access in
      try body(access, &tx)
    }
  }

  /// Runs a mutation once that a secret in its request allows, and returns its response.
  ///
  /// A caller that repeats the call gets the recorded response only with the same request.
  ///
  /// - Parameter seal: The seal of the recorded response, if the response holds a secret.
  @discardableResult
  public func change<Request: Message, Response: Message>(
    _ context: CallContext, bySecretIn request: Request, sealing seal: Seal? = nil,
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> Response
  ) async throws -> Response {
    try await base.once(change(of: context), bySecretIn: request, sealing: seal, body)
  }

  /// Runs a write each time that its call arrives. Its response is not recorded.
  @discardableResult
  public func write<Result: Sendable>(
    _ context: CallContext, _ body: @escaping @Sendable (inout WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await base.write(change(of: context), body)
  }

  /// The change that the plugin makes on its own behalf, for the events of the change.
  public var ownChange: Change { Change(actor: "plugin/\(plugin)", plugin: plugin, method: "") }

  /// Returns the change that a call makes, for the events of the change.
  public func change(of context: CallContext) throws -> Change {
    try Change(by: context, plugin: plugin)
  }
}
