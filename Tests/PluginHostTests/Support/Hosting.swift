import EchoService
import GoogleProtos
import HostProtos
import HostServices
import IPC
import PluginHost
import Status

/// A host on a fresh data directory, with helpers for tests.
struct Hosting {
  let host: Host
  let data: Folder

  /// Starts a host.
  ///
  /// - Parameter bundled: Plugins that come with Steward. They are used beside `plugins`.
  static func start(
    _ plugins: Plugins, bundled: Plugins? = nil, mode: HostConfiguration.Mode = .embedded,
    data: Folder = Folder()
  ) async throws -> Hosting {
    let paths = PluginPaths(given: [plugins.path], bundled: bundled.map { [$0.path] } ?? [])
    let configuration = HostConfiguration(
      dataDirectory: "\(data.path)/data", pluginPaths: paths, mode: mode)
    return Hosting(host: try await Host.start(configuration), data: data)
  }

  /// Runs `body` with a host, and stops the host even if `body` throws.
  static func run(
    _ plugins: Plugins, bundled: Plugins? = nil, mode: HostConfiguration.Mode = .embedded,
    data: Folder = Folder(), _ body: (Hosting) async throws -> Void
  ) async throws {
    let hosting = try await start(plugins, bundled: bundled, mode: mode, data: data)
    do {
      try await body(hosting)
      await hosting.host.stop()
    } catch {
      await hosting.host.stop()
      throw error
    }
  }

  var client: HostClient { HostClient(host.channel) }
  var trust: PluginTrustClient { PluginTrustClient(host.channel) }

  /// Accepts the executable and the grants that the plugin has now.
  @discardableResult
  func accept(_ name: String) async throws -> PluginStatus {
    let review = try await trust.get(GetPluginTrustRequest(name: name))
    return try await trust.accept(
      AcceptPluginTrustRequest(
        name: name, executableSha256: review.executableSha256, grants: review.grants))
  }

  func echo(
    _ method: String, _ text: String, options: CallOptions = CallOptions(timeout: .seconds(20))
  ) async throws -> String {
    try await host.channel.echo(method, text, options: options)
  }

  func plugin(_ name: String) async throws -> PluginStatus {
    try await client.getPlugin(GetPluginRequest(name: name))
  }

  /// Returns the texts of the plugin's log.
  func log(_ name: String) async throws -> [String] {
    var lines: [String] = []
    for try await line in try await client.logs(LogsRequest(name: name)) { lines.append(line.text) }
    return lines
  }

  /// Waits for a line that `isWanted` accepts in the plugin's log.
  func awaitLog(_ name: String, _ isWanted: (String) -> Bool) async throws {
    for try await line in try await client.logs(LogsRequest(name: name, follow: true)) {
      if isWanted(line.text) { return }
    }
  }
}

extension Channel {
  /// Calls a method of the echo service, and returns the text of its response.
  func echo(
    _ method: String, _ text: String, options: CallOptions = CallOptions(timeout: .seconds(20))
  ) async throws -> String {
    let response: GoogleStringValue = try await unary(
      "\(EchoService.name)/\(method)", GoogleStringValue(value: text), options)
    return response.value
  }
}

/// Returns the status that `body` fails with, or OK if it doesn't fail.
func status(of body: () async throws -> some Sendable) async -> Status {
  do {
    _ = try await body()
    return .ok
  } catch {
    return Status(describing: error)
  }
}
