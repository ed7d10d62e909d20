internal import IPCProtos
internal import ProtobufRuntime

/// A decoder of a byte stream into frames, however the stream is split. It knows no descriptors.
struct FrameDecoder {
  private let maximumLength: Int
  /// The beginning of an incomplete frame, with its length prefix.
  private var pending: [UInt8] = []

  private static let prefixLength = 4

  init(maximumLength: Int) {
    self.maximumLength = maximumLength
  }

  /// Appends to `frames` every frame that `bytes` complete.
  ///
  /// Frames that are whole in `bytes` are decoded in place, without a copy.
  mutating func decode(
    _ bytes: RawSpan, into frames: inout [IPCFrame.Kind]
  ) throws(FrameError) {
    var position = 0
    if !pending.isEmpty {
      position = try completePending(from: bytes, into: &frames)
    }
    while let length = try length(in: bytes, at: position) {
      let start = position + Self.prefixLength
      guard bytes.byteCount - start >= length else { break }
      try decodeFrame(bytes.extracting(start..<start + length), into: &frames)
      position = start + length
    }
    append(bytes, from: position, to: bytes.byteCount)
  }

  /// Ends the stream. That is orderly between two frames, and an error inside a frame.
  func finish() throws(FrameError) {
    guard !pending.isEmpty else { return }
    let expected = try length(in: pending.span.bytes, at: 0) ?? 0
    throw .truncated(missing: Self.prefixLength + expected - pending.count)
  }

  /// Takes from `bytes` what the pending frame lacks, and returns the number of bytes taken.
  private mutating func completePending(
    from bytes: RawSpan, into frames: inout [IPCFrame.Kind]
  ) throws(FrameError) -> Int {
    var position = min(Self.prefixLength - min(pending.count, Self.prefixLength), bytes.byteCount)
    append(bytes, from: 0, to: position)
    guard let length = try length(in: pending.span.bytes, at: 0) else { return position }
    let missing = Self.prefixLength + length - pending.count
    let end = min(position + missing, bytes.byteCount)
    append(bytes, from: position, to: end)
    position = end
    guard pending.count == Self.prefixLength + length else { return position }
    try decodeFrame(pending.span.bytes.extracting(Self.prefixLength...), into: &frames)
    pending.removeAll(keepingCapacity: pending.count <= 64 * 1024)
    return position
  }

  /// Returns the length in the prefix at `position`, or nil if the prefix is incomplete.
  private func length(in bytes: RawSpan, at position: Int) throws(FrameError) -> Int? {
    guard bytes.byteCount - position >= Self.prefixLength else { return nil }
    let prefix = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
    let length = Int(UInt32(bigEndian: prefix))
    // This check comes before anything is kept or allocated for the frame.
    guard length <= maximumLength else { throw .tooLong(length: length, limit: maximumLength) }
    return length
  }

  private func decodeFrame(
    _ bytes: RawSpan, into frames: inout [IPCFrame.Kind]
  ) throws(FrameError) {
    // A frame without a kind, or with a kind that only a newer peer knows, is skipped.
    if let kind = try FrameCodec.decode(bytes) {
      frames.append(kind)
    }
  }

  private mutating func append(_ bytes: RawSpan, from start: Int, to end: Int) {
    guard start < end else { return }
    bytes.extracting(start..<end).withUnsafeBytes { pending.append(contentsOf: $0) }
  }
}
