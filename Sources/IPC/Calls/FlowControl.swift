/// The rules of credit. They bound the memory of every stream, and keep one stream from slowing
/// another.
///
/// Each call has a window in each direction. A sender may send while its credit is positive, so it
/// may overdraw its credit by one message. The receiver grants what it has consumed. The message
/// inside an Open or an End costs nothing, because there is at most one of each.
public enum FlowControl {
  /// The initial credit of each side of a call, in bytes.
  public static let initialWindow = 256 * 1024

  /// The maximum that one Credit frame may grant, in bytes.
  static let largestGrant = UInt64(Int32.max)

  /// Returns the cost of a message: its length in bytes, and 1 for an empty message, so that a
  /// flood of empty messages is bounded as well.
  public static func cost(of message: [UInt8]) -> Int {
    max(1, message.count)
  }
}
