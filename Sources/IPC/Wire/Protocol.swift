/// The numbers of the protocol that both sides must agree on.
enum Protocol {
  /// The one version that this implementation speaks.
  static let version: UInt32 = 1
  /// The longest frame that a side accepts unless it says otherwise.
  static let defaultFrameLength = 4 * 1024 * 1024
  /// No side may accept less: an End with its status must always fit.
  static let leastFrameLength = 16 * 1024
  /// What a frame needs at most beside its payload: tags, lengths and the call id.
  static let frameOverhead = 64
}
