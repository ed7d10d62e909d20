/// What a stranger's message may cost.
public enum ProtobufLimits {
  /// How deep messages may nest, on the wire and in JSON.
  public static var depth: Int { 100 }

  /// How many values one JSON text may have: members of objects, elements of lists, and itself.
  public static var jsonValues: Int { 100_000 }

  /// How many characters a number may have in JSON. That is enough to write out every `Double`.
  public static var numberLength: Int { 1100 }

  /// The longest message that protobuf can express.
  static var messageLength: Int { Int(Int32.max) }

  /// How much memory libprotobuf-c may take to unpack a message of `length` bytes.
  ///
  /// Its structs are many times larger than what they are unpacked from: two bytes of the wire can
  /// ask for an empty message of some hundred. Honest messages stay well below.
  static func unpackingMemory(length: Int) -> Int { 1 << 20 + 64 * length }
}
