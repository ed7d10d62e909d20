public import IPCProtos

/// What the other side said of itself in the handshake.
public struct Peer: Sendable {
  /// Its name: the plugin's, or the host's product name.
  public let name: String
  /// Its version, for people; never to decide anything by.
  public let version: String
  /// Its optional abilities.
  public let features: [String]
  /// The protocol that was agreed on.
  public let protocolVersion: UInt32
  /// The longest frame that it accepts.
  public let maximumFrameLength: Int
  /// The services that it serves; none when it is a host.
  public let services: [String]
  /// A serialized FileDescriptorSet that defines ``services``.
  public let descriptorSet: [UInt8]
  /// What it said, when it is a host.
  public let hello: IPCHello?
  /// What it said, when it is a plugin.
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
