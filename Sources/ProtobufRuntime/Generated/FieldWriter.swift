public import CProtobufC
internal import Glibc

/// A writer that fills one libprotobuf-c struct from Swift values. It is for generated code only.
///
/// The memory that the struct points to belongs to the arena of the message that is being written.
@safe public struct FieldWriter {
  let pointer: UnsafeMutableRawPointer
  private let state: UnsafeMutablePointer<Arena.State>

  /// Creates an empty struct with that layout.
  init(
    _ layout: MessageLayout, _ state: UnsafeMutablePointer<Arena.State>
  ) throws(ProtobufError) {
    let size = unsafe layout.descriptor.pointee.sizeof_message
    guard let pointer = unsafe state.pointee.allocate(size) else { throw .outOfMemory }
    unsafe protobuf_c_message_init(layout.descriptor, pointer)
    unsafe self.pointer = unsafe pointer
    unsafe self.state = unsafe state
  }

  /// Returns the struct.
  public func fields<Fields>(as type: Fields.Type) -> UnsafeMutablePointer<Fields> {
    unsafe pointer.assumingMemoryBound(to: type)
  }

  /// Returns a C string for a field that is left out if it is empty.
  public func text(
    _ text: String, _ field: StaticString
  ) throws(ProtobufError) -> UnsafeMutablePointer<CChar> {
    text.isEmpty ? unsafe protobuf_c_unset_text() : try unsafe presentText(text, field)
  }

  /// Returns a C string for a field that is written even if it is empty.
  public func presentText(
    _ text: String, _ field: StaticString
  ) throws(ProtobufError) -> UnsafeMutablePointer<CChar> {
    let copy = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe copyText($0) }
    if let copy = unsafe copy ?? copyText(of: text) { return unsafe copy }
    let isExhausted = unsafe state.pointee.isExhausted
    throw isExhausted ? .outOfMemory : WireText.containsNUL.within(field.description)
  }

  /// Returns a copy of bytes.
  public func bytes(_ bytes: [UInt8]) throws(ProtobufError) -> ProtobufCBinaryData {
    guard !bytes.isEmpty else { return unsafe ProtobufCBinaryData(len: 0, data: nil) }
    let copy = try unsafe copyNumbers(bytes)
    return unsafe ProtobufCBinaryData(len: bytes.count, data: copy)
  }

  /// Returns a list of C strings.
  public func texts(
    _ texts: [String], _ field: StaticString
  ) throws(ProtobufError) -> (Int, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) {
    guard !texts.isEmpty else { return (0, nil) }
    let list = try unsafe allocate(texts.count, of: UnsafeMutablePointer<CChar>?.self)
    for index in texts.indices {
      do throws(ProtobufError) {
        try unsafe (list + index).initialize(to: presentText(texts[index], ""))
      } catch {
        throw ProtobufError(error.kind, error.message).within(index).within(field.description)
      }
    }
    return unsafe (texts.count, list)
  }

  /// Returns a list of bytes.
  public func byteStrings(
    _ values: [[UInt8]]
  ) throws(ProtobufError) -> (Int, UnsafeMutablePointer<ProtobufCBinaryData>?) {
    guard !values.isEmpty else { return (0, nil) }
    let list = try unsafe allocate(values.count, of: ProtobufCBinaryData.self)
    for index in values.indices {
      try unsafe (list + index).initialize(to: bytes(values[index]))
    }
    return unsafe (values.count, list)
  }

  /// Adds the fields that the type doesn't know.
  public func unknownFields(_ unknown: UnknownFields) throws(ProtobufError) {
    guard !unknown.isEmpty else { return }
    // libprotobuf-c writes the tag of each unknown field and then its data unchanged. So one field
    // can stand for all fields. Its data continue with the tags and data of the others.
    var reader = WireReader(unknown.bytes)
    guard let tag = try reader.tag() else { return }
    let data = unsafe try bytes(Array(reader.remainder))
    let list = try unsafe allocate(1, of: ProtobufCMessageUnknownField.self)
    unsafe list.initialize(
      to: ProtobufCMessageUnknownField(
        tag: UInt32(tag.number), wire_type: ProtobufCWireType(UInt32(tag.type.rawValue)),
        len: data.len, data: data.data))
    let message = unsafe fields(as: ProtobufCMessage.self)
    unsafe message.pointee.n_unknown_fields = 1
    unsafe message.pointee.unknown_fields = list
  }
}

extension FieldWriter {
  /// Returns a copy of a text whose bytes are not contiguous.
  private func copyText(of text: String) -> UnsafeMutablePointer<CChar>? {
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe copyText($0) }
  }

  /// Returns a copy with a NUL at its end, or `nil` if the bytes contain a NUL or there is no
  /// memory.
  private func copyText(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<CChar>? {
    guard let copy = unsafe state.pointee.allocate(bytes.count + 1) else { return nil }
    if let start = bytes.baseAddress, bytes.count > 0 {
      guard unsafe memchr(start, 0, bytes.count) == nil else { return nil }
      unsafe memcpy(copy, start, bytes.count)
    }
    let text = unsafe copy.assumingMemoryBound(to: CChar.self)
    unsafe text[bytes.count] = 0
    return unsafe text
  }

  /// Returns memory for values in the arena.
  @usableFromInline
  func allocate<Value>(
    _ count: Int, of type: Value.Type
  ) throws(ProtobufError) -> UnsafeMutablePointer<Value> {
    guard let place = unsafe state.pointee.allocate(count * MemoryLayout<Value>.stride) else {
      throw .outOfMemory
    }
    return unsafe place.bindMemory(to: type, capacity: count)
  }

  /// Returns an empty struct for a message inside this one.
  @usableFromInline
  func nested(_ layout: MessageLayout) throws(ProtobufError) -> FieldWriter {
    try unsafe FieldWriter(layout, state)
  }

  /// Adds one to the depth of nesting. Throws if the depth would exceed the limit.
  @usableFromInline
  func enter() throws(ProtobufError) {
    guard unsafe state.pointee.depth < ProtobufLimits.depth else { throw .tooDeep }
    unsafe state.pointee.depth += 1
  }

  /// Subtracts one from the depth of nesting.
  @usableFromInline
  func leave() { unsafe state.pointee.depth -= 1 }

  @usableFromInline
  func copyNumbers<Number: BitwiseCopyable>(
    _ values: [Number]
  ) throws(ProtobufError) -> UnsafeMutablePointer<Number> {
    let copy = try unsafe allocate(values.count, of: Number.self)
    unsafe values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      unsafe copy.initialize(from: start, count: values.count)
    }
    return unsafe copy
  }
}
