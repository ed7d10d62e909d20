extension FieldReader {
  /// Returns a message, or `nil` if there is none.
  @inlinable @inline(__always)
  public func message<M: GeneratedFields, Fields>(
    _ pointer: UnsafeMutablePointer<Fields>?, _ field: StaticString
  ) throws(ProtobufError) -> M? {
    guard let pointer = unsafe pointer else { return nil }
    do throws(ProtobufError) {
      return try unsafe M(reading: FieldReader(UnsafeRawPointer(pointer)))
    } catch {
      throw error.within(field.description)
    }
  }

  /// Returns the message of a oneof's case.
  @inlinable @inline(__always)
  public func present<M: GeneratedFields, Fields>(
    _ pointer: UnsafeMutablePointer<Fields>?, _ field: StaticString
  ) throws(ProtobufError) -> M {
    guard let message: M = try unsafe message(pointer, field) else {
      throw ProtobufError(.malformed, "the message is missing", path: field.description)
    }
    return message
  }

  /// Returns a list of messages.
  @inlinable @inline(__always)
  public func messages<M: GeneratedFields, Fields>(
    _ start: UnsafeMutablePointer<UnsafeMutablePointer<Fields>?>?, _ count: Int,
    _ field: StaticString
  ) throws(ProtobufError) -> [M] {
    guard count > 0, let start = unsafe start else { return [] }
    var messages: [M] = []
    messages.reserveCapacity(count)
    for index in 0..<count {
      guard let element = unsafe start[index] else { continue }
      do throws(ProtobufError) {
        messages.append(try unsafe M(reading: FieldReader(UnsafeRawPointer(element))))
      } catch {
        throw error.within(index).within(field.description)
      }
    }
    return messages
  }

  /// Returns a list of numbers.
  @inlinable @inline(__always)
  public func numbers<Number: BitwiseCopyable>(
    _ start: UnsafeMutablePointer<Number>?, _ count: Int
  ) -> [Number] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Returns a list of booleans, which C sees as numbers.
  @inlinable @inline(__always)
  public func flags(_ start: UnsafeMutablePointer<UInt64>?, _ count: Int) -> [Bool] {
    unsafe UnsafeBufferPointer(start: start, count: count).map { $0 != 0 }
  }

  /// Returns a list of enum values, with or without names.
  @inlinable @inline(__always)
  public func enums<Value: ProtobufEnum, CEnum>(
    _ start: UnsafeMutablePointer<CEnum>?, _ count: Int
  ) -> [Value] {
    unsafe UnsafeRawBufferPointer(start: start, count: count * MemoryLayout<Int32>.stride)
      .assumingMemoryBound(to: Int32.self)
      .map { Value(rawValue: $0) }
  }

  /// Returns a map. If several entries have the same key, the last one counts.
  @inlinable @inline(__always)
  public func map<Entry: GeneratedMapEntry, Fields>(
    _ start: UnsafeMutablePointer<UnsafeMutablePointer<Fields>?>?, _ count: Int,
    _ field: StaticString, _: Entry.Type
  ) throws(ProtobufError) -> [Entry.Key: Entry.Value] {
    let entries: [Entry] = try unsafe messages(start, count, field)
    guard !entries.isEmpty else { return [:] }
    var map: [Entry.Key: Entry.Value] = [:]
    map.reserveCapacity(entries.count)
    for entry in entries { map[entry.key] = entry.value }
    return map
  }
}
