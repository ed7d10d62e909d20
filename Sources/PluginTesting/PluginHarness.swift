public import IPC
public import IPCProtos
public import PluginKit

/// A harness that runs a plugin's services inside the test's own process, over memory.
///
///     let harness = try await PluginHarness(OrgsPlugin.self, storeDirectory: directory)
///     let orgs = OrgsClient(harness.channel)
///     let organization = try await orgs.create(CreateOrganizationRequest(name: "Acme"))
///
/// It runs the plugin's own code behind the real protocol. Only the process is missing.
public final class PluginHarness: Sendable {
  /// The channel to the plugin, for calls on behalf of the principal that the harness was given.
  public let channel: any Channel
  /// The host's side of the connection.
  public let connection: Connection
  /// The transport that carries what the plugin writes. A test can cut, hold, lose or garble it
  /// here.
  public let faults: FaultyTransport

  private let server: PluginServer
  private let listens: Bool

  /// Starts a plugin.
  ///
  /// - Parameters:
  ///   - plugin: The plugin's type.
  ///   - name: The name that its manifest would give it.
  ///   - version: The version that its manifest would give it.
  ///   - principal: The principal on whose behalf ``channel`` calls it.
  ///   - storeDirectory: The store that it is granted; empty for none.
  ///   - secrets: The secrets that it is granted, by purpose.
  ///   - listeners: The sockets that it listens on. Their descriptors then belong to the plugin.
  ///   - config: The settings that its manifest would give it.
  ///   - others: The services that it finds when it calls other plugins.
  /// - Throws: The error that keeps the plugin from serving.
  public init<P: Plugin>(
    _ plugin: P.Type, name: String = "test", version: String = "1.0.0",
    principal: IPCPrincipal = IPCPrincipal(kind: .operator, id: "uid:0"),
    storeDirectory: String = "", secrets: [String: [UInt8]] = [:], listeners: [PluginListener] = [],
    config: [String: String] = [:], others: [any Service] = []
  ) async throws {
    let (hostEnd, pluginEnd) = MemoryTransport.pair()
    listens = !listeners.isEmpty
    faults = FaultyTransport(pluginEnd)
    server = PluginServer(over: faults) { try P.services(in: $0) }
    connection = .host(
      over: hostEnd,
      hello: IPCHello(
        hostName: "PluginHarness", pluginName: name,
        grants: IPCGrants(
          storeDirectory: storeDirectory, secrets: secrets, listeners: listeners.map(\.wire)),
        config: config, pluginVersion: version),
      handler: ServiceRouter(others))
    channel = PrincipalChannel(connection, principal: principal)
    _ = try await connection.ready()
  }

  deinit {
    connection.close()
  }

  /// Returns a channel that calls the plugin on behalf of another principal.
  public func channel(as principal: IPCPrincipal) -> any Channel {
    PrincipalChannel(connection, principal: principal)
  }

  /// Stops the plugin as a host does: what the plugin has begun and its open calls end first.
  public func stop() async {
    if listens { await connection.askToDrain() }
    await connection.drain()
    connection.close()
    _ = await server.finished()
  }
}
