/// The rules of credit, which give every stream bounded memory and let none slow another.
///
/// Each call has a window in each direction. A sender may send while its credit is positive, so it
/// may overdraw by one message; the receiver grants what it has consumed. The message inside an
/// Open or an End costs nothing: there is at most one of each.
public enum FlowControl {
  /// The credit that each side of a new call has, in bytes.
  public static let initialWindow = 256 * 1024

  /// The most that one Credit frame may grant.
  static let largestGrant = UInt64(Int32.max)

  /// What a message costs: its length, and an empty one a byte, so that a flood of empty
  /// messages is bounded as well.
  public static func cost(of message: [UInt8]) -> Int {
    max(1, message.count)
  }
}
