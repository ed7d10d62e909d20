public import IPC
public import StewardProtos

/// What the host tells a module, and what it gives it to work with.
public struct PluginEnvironment: Sendable {
  /// The name under which the host runs the module, as in its manifest.
  public let name: String
  /// The module's settings, from its manifest.
  public let config: [String: String]
  /// Where calls to other modules go. A call made while serving another inherits its deadline and
  /// is made on behalf of its caller.
  public let host: any Channel
  /// The host's version, for people.
  public let hostVersion: String
  /// The methods of other modules that this one may call on its own behalf.
  public let grantedCalls: [String]

  private let grantedStoreDirectory: String

  /// Creates the environment that a host's Hello describes.
  public init(_ hello: IPCHello, host: any Channel) {
    name = hello.pluginName
    config = hello.config
    self.host = host
    hostVersion = hello.hostVersion
    grantedCalls = hello.grants?.calls ?? []
    grantedStoreDirectory = hello.grants?.storeDirectory ?? ""
  }

  /// The directory of the shared store.
  ///
  /// - Throws: ``Status``, when the module was not granted `store`.
  public var storeDirectory: String {
    get throws {
      guard !grantedStoreDirectory.isEmpty else { throw Status.storeNotGranted(to: name) }
      return grantedStoreDirectory
    }
  }
}

extension Status {
  fileprivate static func storeNotGranted(to module: String) -> Status {
    Status(
      .permissionDenied, reason: "STORE_NOT_GRANTED",
      message: "The module \"\(module)\" needs the store. "
        + "Set \"store\": true in the \"grants\" of its plugin.json.")
  }
}
