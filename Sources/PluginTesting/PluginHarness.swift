public import IPC
public import IPCProtos
public import PluginKit

/// Runs a plugin's services inside the test's own process, over memory.
///
///     let harness = try await PluginHarness(OrgsPlugin.self, storeDirectory: directory)
///     let orgs = OrgsClient(harness.channel)
///     let organization = try await orgs.create(CreateOrganizationRequest(name: "Acme"))
///
/// It is the plugin's own code behind the real protocol: only the process is missing.
public final class PluginHarness: Sendable {
  /// What leads to the plugin, to call it as the principal that the harness was given.
  public let channel: any Channel
  /// The host's side of the connection.
  public let connection: Connection
  /// What the plugin writes passes through here: to be torn, held, dropped or garbled.
  public let faults: FaultyTransport

  private let server: PluginServer
  private let listens: Bool

  /// Starts a plugin.
  ///
  /// - Parameters:
  ///   - plugin: The plugin.
  ///   - name: The name that its manifest would give it.
  ///   - principal: On whose behalf ``channel`` calls it.
  ///   - storeDirectory: The store that it is granted; empty for none.
  ///   - secrets: The secrets that it is granted, by purpose.
  ///   - listeners: The sockets that it listens on. The descriptors become the plugin's.
  ///   - config: The settings that its manifest would give it.
  ///   - others: The services that it finds when it calls other plugins.
  /// - Throws: What keeps the plugin from serving.
  public init<P: Plugin>(
    _ plugin: P.Type, name: String = "test",
    principal: IPCPrincipal = IPCPrincipal(kind: .operator, id: "uid:0"),
    storeDirectory: String = "", secrets: [String: [UInt8]] = [:], listeners: [PluginListener] = [],
    config: [String: String] = [:], others: [any Service] = []
  ) async throws {
    let (hostEnd, pluginEnd) = MemoryTransport.pair()
    listens = !listeners.isEmpty
    faults = FaultyTransport(pluginEnd)
    server = PluginServer(version: P.version, over: faults) { try P.services(in: $0) }
    connection = .host(
      over: hostEnd,
      hello: IPCHello(
        hostName: "PluginHarness", pluginName: name,
        grants: IPCGrants(
          storeDirectory: storeDirectory, secrets: secrets, listeners: listeners.map(\.wire)),
        config: config),
      handler: ServiceRouter(others))
    channel = PrincipalChannel(connection, principal: principal)
    _ = try await connection.ready()
  }

  deinit {
    connection.close()
  }

  /// Returns what leads to the plugin, to call it as somebody else.
  public func channel(as principal: IPCPrincipal) -> any Channel {
    PrincipalChannel(connection, principal: principal)
  }

  /// Parts from the plugin as a host does: what it has begun and its open calls end first.
  public func stop() async {
    if listens { await connection.askToDrain() }
    await connection.drain()
    connection.close()
    _ = await server.finished()
  }
}
