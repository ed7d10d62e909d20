package import IPCProtos

/// A stream socket on which a plugin listens. The host has bound it, and passes it to each process
/// of the plugin.
///
/// So no connection is lost when one process replaces another: both accept on the same socket for a
/// moment. Between a crash and the next process, connections wait in the socket's queue.
public struct PluginListener: Hashable, Sendable {
  /// The purpose of the socket, such as "http".
  public let name: String
  /// The listening socket, non-blocking. It belongs to the plugin, which closes it when it stops
  /// accepting.
  public let descriptor: Int32
  /// The address on which it listens, such as "127.0.0.1:8787" or "[::1]:8787".
  public let address: String

  /// Creates a listener. Tests use this to give one to a plugin.
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

  /// The listener as the host sends it.
  package var wire: IPCListener {
    IPCListener(name: name, descriptor: descriptor, address: address)
  }
}
