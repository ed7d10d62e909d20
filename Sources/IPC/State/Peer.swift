public import IPCProtos

/// The other side's introduction in the handshake.
public struct Peer: Sendable {
  /// Its name: the plugin's, or the host's product name.
  public let name: String
  /// Its version, for people. No decision may depend on it.
  public let version: String
  /// Its optional features.
  public let features: [String]
  /// The protocol that was agreed on.
  public let protocolVersion: UInt32
  /// The maximum length of a frame that it accepts, in bytes.
  public let maximumFrameLength: Int
  /// The services that it serves. A host has none.
  public let services: [String]
  /// A serialized FileDescriptorSet that describes ``services``.
  public let descriptorSet: [UInt8]
  /// The host's Hello, if the other side is a host.
  public let hello: IPCHello?
  /// The plugin's Welcome, if the other side is a plugin.
  public let welcome: IPCWelcome?

  init(_ hello: IPCHello, protocolVersion: UInt32) {
    name = hello.hostName
    version = hello.hostVersion
    features = hello.features
    self.protocolVersion = protocolVersion
    maximumFrameLength = Self.limit(hello.maxFrameLength)
    services = []
    descriptorSet = []
    self.hello = hello
    welcome = nil
  }

  init(_ welcome: IPCWelcome) {
    name = welcome.name
    version = welcome.version
    features = welcome.features
    protocolVersion = welcome.protocol
    maximumFrameLength = Self.limit(welcome.maxFrameLength)
    services = welcome.services
    descriptorSet = welcome.descriptorSet
    hello = nil
    self.welcome = welcome
  }

  private static func limit(_ announced: UInt32) -> Int {
    announced == 0 ? Protocol.defaultFrameLength : Int(announced)
  }
}
