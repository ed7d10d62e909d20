package import IPCProtos

/// A stream socket on which a plugin listens: the host has bound it and hands it down to each process of the plugin.
///
/// So no connection is lost when one process takes the place of another: both accept on the same socket for a moment,
/// and between a crash and the next process connections wait in its queue.
public struct PluginListener: Hashable, Sendable {
  /// What it is for, as "http".
  public let name: String
  /// The listening socket, non-blocking. It belongs to the plugin, which closes it when it accepts no more.
  public let descriptor: Int32
  /// Where it listens, as "127.0.0.1:8787" or "[::1]:8787".
  public let address: String

  /// Creates a listener, as tests give it to a plugin.
  public init(name: String, descriptor: Int32, address: String) {
    self.name = name
    self.descriptor = descriptor
    self.address = address
  }
}

extension PluginListener {
  init(_ wire: IPCListener) {
    self.init(name: wire.name, descriptor: wire.descriptor, address: wire.address)
  }

  /// As a host says it.
  package var wire: IPCListener {
    IPCListener(name: name, descriptor: descriptor, address: address)
  }
}
