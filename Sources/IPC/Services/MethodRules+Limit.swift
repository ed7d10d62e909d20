public import IPCProtos
public import Status

extension MethodRules {
  /// The default limit, in bytes. It is enough for every request about a single object.
  private static let defaultLimit = 64 << 10

  /// The maximum length of a request message of the method, in bytes. It is the length that the
  /// method declares, but no more than a frame holds; 64 KiB if it declares none.
  public var requestLimit: Int {
    maxRequestBytes == 0
      ? Self.defaultLimit : min(Int(maxRequestBytes), Protocol.defaultFrameLength)
  }
}

extension Status {
  /// Returns the status for a request that is longer than the method's rules allow.
  public static func requestTooLarge(_ method: String, limit: Int) -> Status {
    Status(
      .invalidArgument, reason: .requestTooLarge,
      message:
        "The request for \(method) is larger than \(limit) bytes, the maximum. Send less at a "
        + "time.")
  }
}
