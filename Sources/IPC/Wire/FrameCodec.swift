internal import ProtobufRuntime
internal import StewardProtos

/// The bytes of one frame.
enum FrameCodec {
  /// Returns what a frame says, or nil if it is of a kind that this version doesn't know.
  static func decode(_ bytes: RawSpan) throws(FrameError) -> IPCFrame.Kind? {
    do {
      return try IPCFrame(serialized: bytes).kind
    } catch {
      throw .malformed("\(error)")
    }
  }

  /// Appends a frame with its length prefix to `buffer`.
  static func encode(
    _ kind: IPCFrame.Kind, into buffer: inout [UInt8]
  ) throws(ProtobufError) {
    let bytes = try IPCFrame(kind: kind).serialized()
    withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { buffer.append(contentsOf: $0) }
    buffer.append(contentsOf: bytes)
  }
}
