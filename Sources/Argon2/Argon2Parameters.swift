/// The cost of creating a hash, and so of guessing a password.
public struct Argon2Parameters: Hashable, Sendable {
  /// The memory of one hash, in KiB.
  public var memory: UInt32
  public var passes: UInt32
  public var lanes: UInt32

  /// Creates parameters.
  public init(memory: UInt32, passes: UInt32, lanes: UInt32) {
    self.memory = memory
    self.passes = passes
    self.lanes = lanes
  }

  /// The parameters that OWASP's Password Storage Cheat Sheet recommends: 19 MiB, two passes, one
  /// lane.
  public static let recommended = Argon2Parameters(memory: 19 * 1024, passes: 2, lanes: 1)
}
