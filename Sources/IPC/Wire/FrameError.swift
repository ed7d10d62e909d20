internal import ProtobufRuntime
internal import Status

/// The reason why bytes are not frames.
enum FrameError: Error, Hashable {
  /// A frame announces more bytes than this side accepts.
  case tooLong(length: Int, limit: Int)
  /// The bytes of a frame are not a `steward.ipc.v1.Frame`.
  case malformed(String)
  /// The stream ended inside a frame.
  case truncated(missing: Int)

  var status: Status {
    switch self {
    case .tooLong(let length, let limit):
      .protocolError("A frame announces \(length) bytes; at most \(limit) are accepted.")
    case .malformed(let why):
      .protocolError("A frame can't be parsed: \(why)")
    case .truncated(let missing):
      Status(
        .unavailable, reason: .connectionLost,
        message: "The connection ended inside a frame, \(missing) bytes before its end.")
    }
  }
}
