import IPCProtos
import Testing

@testable import IPC

enum IPCFrames {
  /// Returns the bytes of a frame, with its length prefix.
  static func bytes(_ frame: IPCFrame.Kind) -> [UInt8] {
    var bytes: [UInt8] = []
    do { try FrameCodec.encode(frame, into: &bytes) } catch { Issue.record(error) }
    return bytes
  }
}
