import GoogleProtos
import HostProtos
import HostServices
import IPC
import ProtobufRuntime
import Status
import StoreProtos

/// The host's own service with fixed data.
struct FakeHost: HostServiceProtocol {
  var plugins: [PluginStatus] = []
  /// The path of the socket; empty for a host inside the command.
  var socket = "/d/steward.sock"
  var described: [DescribedService] = []
  var lines: [LogLine] = []
  var events: [Event] = []
  var statistics = StatsResponse()
  /// The error that ends a watch after its events; nil for a normal end.
  var watchEnd: Status?

  func getStatus(_ request: GetStatusRequest, context: CallContext) async throws -> HostStatus {
    HostStatus(
      version: "0.1.0", pid: 42, dataDirectory: "/d", socket: socket, revision: 7,
      residentBytes: 1 << 23, plugins: plugins)
  }

  func listPlugins(_ request: ListPluginsRequest, context: CallContext) async throws
    -> ListPluginsResponse
  {
    ListPluginsResponse(plugins: plugins)
  }

  func getPlugin(_ request: GetPluginRequest, context: CallContext) async throws -> PluginStatus {
    guard let plugin = plugins.first(where: { $0.name == request.name }) else {
      throw Status(.notFound, reason: "PLUGIN_NOT_FOUND", message: "no plugin '\(request.name)'")
    }
    return plugin
  }

  /// Returns the fixed numbers, with the step and the plugin of the request.
  func stats(_ request: StatsRequest, context: CallContext) async throws -> StatsResponse {
    var response = statistics
    response.step = GoogleDuration(seconds: request.step == "hour" ? 3600 : 60)
    if !request.plugin.isEmpty { response.plugins.removeAll { $0.name != request.plugin } }
    if !request.byMethod {
      for plugin in response.plugins.indices { response.plugins[plugin].methods = [] }
    }
    return response
  }

  func reload(_ request: ReloadRequest, context: CallContext) async throws -> PluginStatus {
    try await getPlugin(GetPluginRequest(name: request.name), context: context)
  }

  func logs(
    _ request: LogsRequest, to responses: MessageWriter<LogLine>, context: CallContext
  ) async throws {
    for line in lines { try await responses.send(line) }
  }

  func describe(_ request: DescribeRequest, context: CallContext) async throws -> DescribeResponse {
    DescribeResponse(
      services: described.filter { request.name.isEmpty || $0.name == request.name })
  }

  func watch(
    _ request: WatchRequest, to responses: MessageWriter<Event>, context: CallContext
  ) async throws {
    for event in events where event.revision >= request.fromRevision {
      try await responses.send(event)
    }
    if let watchEnd { throw watchEnd }
  }

  /// Returns a host with one plugin that has the given services.
  static func serving(_ services: any Service.Type..., plugin: String = "orgs") -> FakeHost {
    FakeHost(
      plugins: [
        PluginStatus(
          name: plugin, version: "0.1.0", state: "ready", pid: 43, restarts: 1,
          residentBytes: 7_444_889, services: services.map { $0.name })
      ],
      described: services.map {
        DescribedService(name: $0.name, plugin: plugin, descriptorSet: $0.descriptorSet)
      })
  }
}
