internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import Glibc
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform
internal import PluginHost
internal import Status

/// The options for HTTP clients: whether and where `serve` accepts them. The plugin `gateway`
/// serves them.
struct HTTPOptions: ParsableArguments {
  static let plugin = "gateway"
  private static let listener = "http"
  private static let standardAddress = "127.0.0.1:8787"

  @Option(
    name: .customLong("http"),
    help: ArgumentHelp(
      "The address for HTTP. (default: \(HTTPOptions.standardAddress) if the plugin gateway is "
        + "installed)",
      valueName: "address:port"),
    transform: { try ListenAddress($0) })
  var address: ListenAddress?

  @Flag(name: .customLong("no-http"), help: "Do not serve HTTP.")
  var noHTTP = false

  @Option(help: ArgumentHelp("The certificates for HTTPS, in PEM.", valueName: "file"))
  var tlsCertificate: String?

  @Option(
    help: ArgumentHelp("The private key of the first certificate, in PEM.", valueName: "file"))
  var tlsKey: String?

  func validate() throws {
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("HTTPS needs both --tls-certificate and --tls-key.")
    }
    guard !noHTTP || (address == nil && tlsKey == nil) else {
      throw ValidationError("--no-http excludes --http, --tls-certificate and --tls-key.")
    }
  }
}

extension HTTPOptions {
  var scheme: String { tlsKey == nil ? "http" : "https" }

  /// Returns where browsers reach the gateway: its own setting or, without one, its address.
  func origin(at address: ListenAddress, _ settings: [String: [String: String]]) -> String {
    settings[Self.plugin]?["public_origin"] ?? "\(scheme)://\(address)"
  }

  /// Returns the gateway's settings for TLS. Throws if a file can't be read.
  func settings(currentDirectory: String) throws -> [PluginSetting] {
    let files = [("tls_certificate", tlsCertificate), ("tls_key", tlsKey)]
    return try files.compactMap { key, file in
      guard let path = file?.absolutePath(in: currentDirectory) else { return nil }
      guard access(path, R_OK) == 0 else {
        throw Status(file: "'\(path)'", .reading, errno)
      }
      return PluginSetting(plugin: Self.plugin, key: key, value: path)
    }
  }

  /// Opens the listener for HTTP clients. Does nothing with `--no-http`, and nothing if the gateway
  /// can't be used and no address was given.
  ///
  /// - Parameter places: The directories to name in the error if the gateway is not installed.
  /// - Returns: The address as it was bound; nil if there is no listener.
  func open(on host: Host, pluginsIn places: [String]) async throws -> ListenAddress? {
    guard !noHTTP else { return nil }
    let plugins = try await HostClient(host.channel).listPlugins(ListPluginsRequest()).plugins
    let gateway = plugins.first { $0.name == Self.plugin }
    let isUsable = gateway.map { $0.state != "failed" } ?? false
    guard isUsable || address != nil else { return nil }
    guard gateway != nil else { throw Status.notInstalled(in: places) }
    let address = try address ?? ListenAddress(Self.standardAddress)
    if !address.isLoopback { try await refuseUnclaimed(host, address) }
    do {
      return try await host.listen(on: address, as: Self.listener, for: Self.plugin)
    } catch let error as HostError {
      throw error.status.advising(isUsable ? Self.anotherAddress : Self.without)
    } catch let status as Status where Self.outages.contains(status.reason) {
      throw try await unfit(host) ?? status
    }
  }

  /// The reasons by which the host says that a plugin doesn't start.
  private static let outages: Set<StatusReason> = [.pluginFailed, .pluginBackingOff]

  /// Returns why the gateway doesn't serve, in the gateway's own words; nil if they are unknown.
  private func unfit(_ host: Host) async throws -> Status? {
    let plugin = try await HostClient(host.channel).getPlugin(GetPluginRequest(name: Self.plugin))
    return plugin.lastCrash.map { crash in
      Status(
        .failedPrecondition, reason: "GATEWAY_FAILED",
        message: "The plugin \(Self.plugin) can't serve: \(crash.cause)")
    }
  }

  private static let anotherAddress =
    "Choose another address with --http ADDRESS:PORT, or serve without HTTP: --no-http."
  private static let without = "Or serve without HTTP: --no-http."

  /// Throws if the installation is unclaimed. Other machines must not reach such an installation.
  private func refuseUnclaimed(_ host: Host, _ address: ListenAddress) async throws {
    let installation = try await AuthClient(host.channel).getInstallation(GetInstallationRequest())
    guard !installation.claimed else { return }
    throw Status(
      .failedPrecondition, reason: "UNCLAIMED",
      message: "This installation is unclaimed, so other machines may not reach it at \(address); "
        + "run `steward init` first.")
  }
}

extension Status {
  fileprivate static func notInstalled(in places: [String]) -> Status {
    Status(
      .notFound, reason: "GATEWAY_NOT_INSTALLED",
      message: "HTTP needs the plugin \(HTTPOptions.plugin), which is not installed in "
        + "\(places.joined(separator: " or ")). Install it there, or name its directory: "
        + "--plugin-path DIR")
  }

  fileprivate func advising(_ remedy: String) -> Status {
    var status = self
    status.message += " \(remedy)"
    return status
  }
}
