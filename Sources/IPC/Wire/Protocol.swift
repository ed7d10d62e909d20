/// The numbers of the protocol that both sides must agree on.
enum Protocol {
  /// The only version that this implementation supports.
  static let version: UInt32 = 1
  /// The maximum length of a frame that a side accepts, in bytes, unless it announces another one.
  static let defaultFrameLength = 4 * 1024 * 1024
  /// The lowest limit that a side may announce: an End with its status must always fit.
  static let leastFrameLength = 16 * 1024
  /// The maximum number of bytes that a frame needs beside its payload: tags, lengths and the call
  /// id.
  static let frameOverhead = 64
}
