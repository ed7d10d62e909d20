/// The limits for untrusted messages.
public enum ProtobufLimits {
  /// The maximum depth of nested messages, on the wire and in JSON.
  public static var depth: Int { 100 }

  /// The maximum number of values in a JSON text: members of objects, elements of lists, and the
  /// text itself.
  public static var jsonValues: Int { 100_000 }

  /// The maximum number of characters of a number in JSON. It is enough for all digits of every
  /// `Double`.
  public static var numberLength: Int { 1100 }

  /// The maximum length of a message in bytes that protobuf can express.
  static var messageLength: Int { Int(Int32.max) }

  /// Returns the number of bytes that libprotobuf-c may take to unpack a message of `length` bytes.
  ///
  /// The structs of libprotobuf-c are many times larger than the bytes that they are unpacked from.
  /// Two bytes of the wire can create an empty message of some hundred bytes. Ordinary messages
  /// stay well below the limit.
  static func unpackingMemory(length: Int) -> Int { 1 << 20 + 64 * length }
}
