internal import Glibc
internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform
internal import ProtobufRuntime
internal import Status
internal import Store
internal import WellKnownTypes

/// The host's own service: it reports on the host and on the plugins that the host runs.
struct HostService: HostServiceProtocol {
  let registry: PluginRegistry
  let router: Router
  let store: Store
  let stopping: OneShotEvent
  let version: String
  let dataDirectory: String
  /// The path of the host's socket. Empty in embedded mode.
  let socket: String
  let shipper: CheckpointShipper?
  let sampler: ProcessSampler
  let startedAt = GoogleTimestamp.now

  func getStatus(_ request: GetStatusRequest, context: CallContext) async throws -> HostStatus {
    HostStatus(
      version: version, pid: getpid(), startedAt: startedAt, dataDirectory: dataDirectory,
      socket: socket, revision: try store.lastRevision(),
      residentBytes: ResidentMemory.bytes(of: getpid()) ?? 0, plugins: await registry.reports,
      checkpointShipping: shipper?.report)
  }

  func listPlugins(
    _ request: ListPluginsRequest, context: CallContext
  ) async throws -> ListPluginsResponse {
    ListPluginsResponse(plugins: await registry.reports)
  }

  func getPlugin(_ request: GetPluginRequest, context: CallContext) async throws -> PluginStatus {
    await registry.report(try await entry(named: request.name))
  }

  func reload(_ request: ReloadRequest, context: CallContext) async throws -> PluginStatus {
    try await registry.reread(request.name)
    switch try await entry(named: request.name) {
    case .broken(let plugin, let problem): throw Status.broken(plugin.name, problem)
    case .supervised(let supervisor):
      try await supervisor.reload()
      return await supervisor.report
    }
  }

  func entry(named name: String) async throws -> PluginRegistry.Entry {
    if let entry = await registry[name] { return entry }
    throw Status.pluginNotFound(name, among: await registry.names)
  }
}

extension Status {
  static func pluginNotFound(_ name: String, among names: [String]) -> Status {
    let existing =
      names.isEmpty
      ? "No plugins were found." : "The plugins are: \(names.joined(separator: ", "))."
    return Status(
      .notFound, reason: .pluginNotFound,
      message: "There is no plugin \"\(Nearest.repeated(name, among: names))\""
        + "\(Nearest.ending(for: name, among: names)) \(existing)")
  }
}
