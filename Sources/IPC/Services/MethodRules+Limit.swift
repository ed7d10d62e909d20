public import IPCProtos
public import Status

extension MethodRules {
  /// What is enough for every request that people and programs make of one thing.
  private static let defaultLimit = 64 << 10

  /// How long a message of the method's request may be, in bytes: what it declares, within what a
  /// frame holds, or 64 KiB.
  public var requestLimit: Int {
    maxRequestBytes == 0
      ? Self.defaultLimit : min(Int(maxRequestBytes), Protocol.defaultFrameLength)
  }
}

extension Status {
  /// What a caller is told whose request is longer than the method's rules allow.
  public static func requestTooLarge(_ method: String, limit: Int) -> Status {
    Status(
      .invalidArgument, reason: "REQUEST_TOO_LARGE",
      message:
        "A request of \(method) has at most \(limit) bytes, and this one has more. Send less "
        + "at a time.")
  }
}
