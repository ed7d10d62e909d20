public import IPC
public import IPCProtos
internal import Status

/// What the host tells a plugin, and what it gives it to work with.
public struct PluginEnvironment: Sendable {
  /// The name under which the host runs the plugin, as in its manifest.
  public let name: String
  /// The plugin's settings, from its manifest.
  public let config: [String: String]
  /// Where calls to other plugins go. A call made while serving another inherits its deadline and
  /// is made on behalf of its caller.
  public let host: any Channel
  /// The host's version, for people.
  public let hostVersion: String
  /// The methods of other plugins that this one may call on its own behalf.
  public let grantedCalls: [String]
  /// The sockets that the plugin listens on; none unless it was granted `network`.
  public let listeners: [PluginListener]

  private let duties: PluginDuties
  private let grantedStoreDirectory: String
  private let grantedSecrets: [String: [UInt8]]

  /// Creates the environment that a host's Hello describes.
  public init(_ hello: IPCHello, host: any Channel) {
    self.init(hello, host: host, duties: PluginDuties())
  }

  init(_ hello: IPCHello, host: any Channel, duties: PluginDuties) {
    self.duties = duties
    name = hello.pluginName
    config = hello.config
    self.host = host
    hostVersion = hello.hostVersion
    grantedCalls = hello.grants?.calls ?? []
    listeners = hello.grants?.listeners.map { PluginListener($0) } ?? []
    grantedStoreDirectory = hello.grants?.storeDirectory ?? ""
    grantedSecrets = hello.grants?.secrets ?? [:]
  }

  /// Has something done when the host is about to part from a plugin that listens: to accept no further connection,
  /// and to finish what was begun on those that there are.
  ///
  /// Calls can still be made and are still served then. The host waits for the duty's end, up to 30 s when it has
  /// replaced the plugin by a new process, which accepts on the same sockets, and up to 10 s when it stops.
  public func whenDraining(_ duty: @escaping @Sendable () async -> Void) {
    duties.draining.add(duty)
  }

  /// Has something done before the process ends: when the host is gone, or needs the plugin no more.
  ///
  /// No call is under way then and none can be made. The host gives it the manifest's `limits.stop_timeout`.
  public func beforeLeaving(_ duty: @escaping @Sendable () async -> Void) {
    duties.leaving.add(duty)
  }

  /// The directory of the shared store.
  ///
  /// - Throws: ``Status``, when the plugin was not granted `store`.
  public var storeDirectory: String {
    get throws {
      guard !grantedStoreDirectory.isEmpty else { throw Status.storeNotGranted(to: name) }
      return grantedStoreDirectory
    }
  }

  /// Returns the 32 bytes that the host derived for a purpose from the installation's master key: the same each
  /// time, and for every plugin that is granted the purpose.
  ///
  /// - Throws: ``Status``, when the plugin was not granted it.
  public func secret(_ purpose: String) throws -> [UInt8] {
    guard let secret = grantedSecrets[purpose] else {
      throw Status.secretNotGranted(purpose, to: name)
    }
    return secret
  }
}

extension Status {
  fileprivate static func storeNotGranted(to plugin: String) -> Status {
    Status(
      .permissionDenied, reason: "STORE_NOT_GRANTED",
      message: "The plugin \"\(plugin)\" needs the store. "
        + "Set \"store\": true in the \"grants\" of its plugin.json.")
  }

  fileprivate static func secretNotGranted(_ purpose: String, to plugin: String) -> Status {
    Status(
      .permissionDenied, reason: "SECRET_NOT_GRANTED",
      message: "The plugin \"\(plugin)\" needs the secret \"\(purpose)\". "
        + "Add \"\(purpose)\" to \"secrets\" in the \"grants\" of its plugin.json.")
  }
}
