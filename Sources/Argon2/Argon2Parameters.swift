/// What a hash costs to make, and so to guess.
public struct Argon2Parameters: Hashable, Sendable {
  /// In KiB.
  public var memory: UInt32
  public var passes: UInt32
  public var lanes: UInt32

  /// Creates parameters.
  public init(memory: UInt32, passes: UInt32, lanes: UInt32) {
    self.memory = memory
    self.passes = passes
    self.lanes = lanes
  }

  /// What OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane.
  public static let recommended = Argon2Parameters(memory: 19 * 1024, passes: 2, lanes: 1)
}
