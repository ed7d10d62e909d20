extension FieldWriter {
  /// Returns the struct of a message, or `nil` if there is none.
  @inlinable @inline(__always)
  public func message<M: GeneratedFields, Fields>(
    _ message: M?, _ field: StaticString
  ) throws(ProtobufError) -> UnsafeMutablePointer<Fields>? {
    guard let message else { return nil }
    do throws(ProtobufError) {
      return try unsafe self.message(message)
    } catch {
      throw error.within(field.description)
    }
  }

  @inlinable @inline(__always)
  func message<M: GeneratedFields, Fields>(
    _ message: M
  ) throws(ProtobufError) -> UnsafeMutablePointer<Fields> {
    let nested = try nested(M.layout)
    try enter()
    try message.write(to: nested)
    leave()
    return unsafe nested.fields(as: Fields.self)
  }

  /// Returns a list of messages.
  @inlinable @inline(__always)
  public func messages<M: GeneratedFields, Fields>(
    _ messages: [M], _ field: StaticString
  ) throws(ProtobufError) -> (Int, UnsafeMutablePointer<UnsafeMutablePointer<Fields>?>?) {
    guard !messages.isEmpty else { return (0, nil) }
    let list = try unsafe allocate(messages.count, of: UnsafeMutablePointer<Fields>?.self)
    for index in messages.indices {
      do throws(ProtobufError) {
        try unsafe (list + index).initialize(to: message(messages[index]))
      } catch {
        throw error.within(index).within(field.description)
      }
    }
    return unsafe (messages.count, list)
  }

  /// Returns a list of numbers.
  @inlinable @inline(__always)
  public func numbers<Number: BitwiseCopyable>(
    _ numbers: [Number]
  ) throws(ProtobufError) -> (Int, UnsafeMutablePointer<Number>?) {
    guard !numbers.isEmpty else { return (0, nil) }
    return try unsafe (numbers.count, copyNumbers(numbers))
  }

  /// Returns a list of booleans, which C sees as numbers.
  @inlinable @inline(__always)
  public func flags(
    _ flags: [Bool]
  ) throws(ProtobufError) -> (Int, UnsafeMutablePointer<UInt64>?) {
    try unsafe numbers(flags.map { $0 ? 1 : 0 })
  }

  /// Returns a list of enum values, with or without names. C's enums are 32 bits wide.
  @inlinable @inline(__always)
  public func enums<Value: ProtobufEnum, CEnum>(
    _ values: [Value]
  ) throws(ProtobufError) -> (Int, UnsafeMutablePointer<CEnum>?) {
    guard !values.isEmpty else { return (0, nil) }
    let copy = try unsafe copyNumbers(values.map(\.rawValue))
    let list = unsafe UnsafeMutableRawPointer(copy)
      .bindMemory(to: CEnum.self, capacity: values.count)
    return unsafe (values.count, list)
  }

  /// Returns a map's entries in the order of their keys.
  @inlinable @inline(__always)
  public func map<Entry: GeneratedMapEntry, Fields>(
    _ map: [Entry.Key: Entry.Value], _ field: StaticString, _: Entry.Type
  ) throws(ProtobufError) -> (Int, UnsafeMutablePointer<UnsafeMutablePointer<Fields>?>?) {
    guard !map.isEmpty else { return (0, nil) }
    let entries = map.map { Entry(key: $0.key, value: $0.value) }
      .sorted { Entry.Key.precedes($0.key, $1.key) }
    return try unsafe messages(entries, field)
  }
}
