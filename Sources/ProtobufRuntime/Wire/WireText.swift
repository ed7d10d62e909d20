/// The rules for text: valid UTF-8 without NUL. The C strings of libprotobuf-c can't hold a NUL.
enum WireText {
  static func decode(_ bytes: ArraySlice<UInt8>) throws(ProtobufError) -> String {
    guard !bytes.contains(0) else { throw containsNUL }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8 }
    return text
  }

  static func check(_ text: String) throws(ProtobufError) {
    guard !text.utf8.contains(0) else { throw containsNUL }
  }

  static var containsNUL: ProtobufError {
    ProtobufError(.invalidText, "text must not contain a NUL character")
  }

  static var notUTF8: ProtobufError {
    ProtobufError(.invalidText, "text must be valid UTF-8")
  }
}
