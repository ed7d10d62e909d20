internal import IPCProtos
internal import ProtobufRuntime

/// A codec for the bytes of one frame.
///
/// libprotobuf-c reads and writes the bytes. The frames of which every call consists are mostly
/// plain, and plain frames skip its structs: see ``PlainFields`` and ``FieldSink``. Both ways give
/// the same frames and bytes.
enum FrameCodec {
  /// Returns the content of a frame, or nil if this version doesn't know its kind.
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
  /// Appends the length that precedes a frame.
  mutating func appendPrefix(of length: Int) {
    Swift.withUnsafeBytes(of: UInt32(length).bigEndian) { append(contentsOf: $0) }
  }
}
