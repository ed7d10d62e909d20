internal import IPCProtos
internal import ProtobufRuntime

/// The bytes of one frame.
///
/// libprotobuf-c reads and writes them. The frames that every call consists of are plain mostly, and
/// those skip its structs: see ``PlainFields`` and ``FieldSink``, which give the same frames and bytes.
enum FrameCodec {
  /// Returns what a frame says, or nil if it is of a kind that this version doesn't know.
  static func decode(_ bytes: RawSpan) throws(FrameError) -> IPCFrame.Kind? {
    if let plain = IPCFrame.Kind(plain: bytes) { return plain }
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
    if kind.appendPlain(to: &buffer) { return }
    let bytes = try IPCFrame(kind: kind).serialized()
    buffer.appendPrefix(of: bytes.count)
    buffer.append(contentsOf: bytes)
  }
}

extension [UInt8] {
  /// Appends the length that stands before a frame.
  mutating func appendPrefix(of length: Int) {
    Swift.withUnsafeBytes(of: UInt32(length).bigEndian) { append(contentsOf: $0) }
  }
}
