public import IPC
public import IPCProtos
internal import Status

/// The data and means that the host gives to a plugin: its name, settings, grants and channel.
public struct PluginEnvironment: Sendable {
  /// The name under which the host runs the plugin, as in its manifest.
  public let name: String
  /// The plugin's own version, as its manifest states it.
  public let version: String
  /// The plugin's settings, from its manifest.
  public let config: [String: String]
  /// The channel for calls to other plugins. A call that is made while serving another call
  /// inherits its deadline, and is made on behalf of its caller.
  public let host: any Channel
  /// The host's version, for people.
  public let hostVersion: String
  /// The methods of other plugins that this plugin may call on its own behalf.
  public let grantedCalls: [String]
  /// The sockets that the plugin listens on. There are none unless the plugin has the grant
  /// `network`.
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
    version = hello.pluginVersion
    config = hello.config
    self.host = host
    hostVersion = hello.hostVersion
    grantedCalls = hello.grants?.calls ?? []
    listeners = hello.grants?.listeners.map { PluginListener($0) } ?? []
    grantedStoreDirectory = hello.grants?.storeDirectory ?? ""
    grantedSecrets = hello.grants?.secrets ?? [:]
  }

  /// Registers work to do when the host drains a plugin that listens. The work must stop accepting
  /// connections, and finish what was begun on the open ones.
  ///
  /// During the drain, calls can still be made and are still served. The host waits for the work to
  /// end: up to 30 s when it has replaced the plugin by a new process, which accepts on the same
  /// sockets, and up to 10 s when it stops the plugin.
  public func whenDraining(_ duty: @escaping @Sendable () async -> Void) {
    duties.draining.add(duty)
  }

  /// Registers work to do before the process ends, because the host has left or no longer needs the
  /// plugin.
  ///
  /// At that time, no call is open and none can be made. The host allows the manifest's
  /// `limits.stop_timeout` for the work.
  public func beforeLeaving(_ duty: @escaping @Sendable () async -> Void) {
    duties.leaving.add(duty)
  }

  /// The directory of the shared store.
  ///
  /// - Throws: `Status`, when the plugin does not have the grant `store`.
  public var storeDirectory: String {
    get throws {
      guard !grantedStoreDirectory.isEmpty else { throw Status.storeNotGranted(to: name) }
      return grantedStoreDirectory
    }
  }

  /// Returns the 32 bytes that the host derived for a purpose from the installation's master key.
  /// They are the same each time, and for every plugin that has a grant for the purpose.
  ///
  /// - Throws: `Status`, when the plugin does not have the grant.
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
