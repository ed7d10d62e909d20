public import CProtobufC
internal import Glibc

/// A reader that copies the fields of one unpacked libprotobuf-c struct into Swift values. It is
/// for generated code only.
@safe public struct FieldReader {
  private let pointer: UnsafeRawPointer

  @usableFromInline init(_ pointer: UnsafeRawPointer) {
    unsafe self.pointer = unsafe pointer
  }

  /// Returns the struct.
  public func fields<Fields>(as type: Fields.Type) -> UnsafePointer<Fields> {
    unsafe pointer.assumingMemoryBound(to: type)
  }

  /// Returns a text. Throws if the text holds a NUL or is not UTF-8.
  public func text(
    _ pointer: UnsafeMutablePointer<CChar>?, _ field: StaticString
  ) throws(ProtobufError) -> String {
    guard let start = unsafe pointer, unsafe start != protobuf_c_unset_text() else { return "" }
    do throws(ProtobufError) {
      return try unsafe Self.text(UnsafeRawPointer(start))
    } catch {
      throw error.within(field.description)
    }
  }

  /// Returns bytes.
  public func bytes(_ data: ProtobufCBinaryData) -> [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: data.data, count: data.len))
  }

  /// Returns a list of texts.
  public func texts(
    _ start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: Int,
    _ field: StaticString
  ) throws(ProtobufError) -> [String] {
    guard count > 0, let start = unsafe start else { return [] }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for index in 0..<count {
      do throws(ProtobufError) {
        texts.append(try unsafe text(start[index], ""))
      } catch {
        throw ProtobufError(error.kind, error.message).within(index).within(field.description)
      }
    }
    return texts
  }

  /// Returns a list of bytes.
  public func byteStrings(
    _ start: UnsafeMutablePointer<ProtobufCBinaryData>?, _ count: Int
  ) -> [[UInt8]] {
    unsafe UnsafeBufferPointer(start: start, count: count).map { unsafe bytes($0) }
  }

  /// The fields that the type doesn't know.
  public var unknownFields: UnknownFields {
    let message = unsafe fields(as: ProtobufCMessage.self)
    let count = unsafe message.pointee.n_unknown_fields
    guard count > 0 else { return UnknownFields() }
    return unsafe Self.encode(
      UnsafeBufferPointer(start: message.pointee.unknown_fields, count: Int(count)))
  }

  private static func encode(
    _ fields: UnsafeBufferPointer<ProtobufCMessageUnknownField>
  ) -> UnknownFields {
    var writer = WireWriter()
    for index in fields.indices {
      let field = unsafe fields[index]
      writer.varint(UInt64(unsafe field.tag) << 3 | UInt64(unsafe field.wire_type.rawValue))
      unsafe writer.fields(UnsafeBufferPointer(start: field.data, count: field.len))
    }
    return UnknownFields(bytes: writer.bytes)
  }
}

extension FieldReader {
  /// Reads a text from the arena. Its length stands before it.
  private static func text(_ start: UnsafeRawPointer) throws(ProtobufError) -> String {
    let count =
      unsafe (start - Arena.sizePrefix).load(as: Int.self) - 1  // without the terminator
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    if unsafe isPlainASCII(bytes) { return unsafe String(decoding: bytes, as: UTF8.self) }
    guard unsafe memchr(start, 0, count) == nil else { throw WireText.containsNUL }
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
      throw WireText.notUTF8
    }
    return text
  }

  /// Returns whether all bytes are from 1 to 127. The result may be false although they are, but it
  /// is never true otherwise.
  private static func isPlainASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var found: UInt64 = 0
    var index = 0
    while index + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      found |= (word | (word &- ones)) & highs  // a byte of 0 borrows, which sets a high bit
      index += 8
    }
    while index < bytes.count {
      let byte = UInt64(unsafe bytes[index])
      found |= (byte | (byte &- 1)) & 0x80
      index += 1
    }
    return found == 0
  }
}
