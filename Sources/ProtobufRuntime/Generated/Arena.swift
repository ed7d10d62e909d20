internal import CProtobufC
internal import Glibc

/// Memory for the reading or writing of one message. It is handed out in order and freed at once.
///
/// The size of each piece stands before the piece. From it, the reader knows the real length of a
/// text from the wire, so a NUL in the text can't silently cut it short.
@safe struct Arena: ~Copyable {
  /// The state of the arena, at the start of its first chunk.
  @unsafe struct State {
    var allocator: ProtobufCAllocator
    var next: UnsafeMutableRawPointer
    var end: UnsafeMutableRawPointer
    /// The newest chunk. Each chunk begins with the address of the chunk before it.
    var chunk: UnsafeMutableRawPointer
    var chunkSize: Int
    /// The number of bytes that may still be allocated.
    var budget: Int
    /// The number of messages around the one that is being written.
    var depth = 0
    /// Whether libprotobuf-c has replaced a message with another one in the same field.
    var hasReplacedMessage = false
    /// Whether an allocation failed because the budget or the memory was exhausted.
    var isExhausted = false
  }

  static let sizePrefix = MemoryLayout<Int>.stride
  private static let chunkHeader = unsafe MemoryLayout<UnsafeMutableRawPointer?>.stride
  /// The largest block that glibc serves from its per-thread cache.
  private static let firstChunk = 1032
  private static let largestChunk = 1 << 20

  let state: UnsafeMutablePointer<State>

  /// Creates an arena that hands out at most `budget` bytes.
  init(expecting size: Int, budget: Int) throws(ProtobufError) {
    let chunkSize = max(Self.firstChunk, min(size, Self.largestChunk))
    guard let chunk = unsafe malloc(chunkSize) else { throw ProtobufError.outOfMemory }
    unsafe chunk.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
    let place = unsafe chunk + Self.chunkHeader
    unsafe state = place.bindMemory(to: State.self, capacity: 1)
    unsafe state.initialize(
      to: State(
        allocator: ProtobufCAllocator(
          alloc: arenaAllocate, free: arenaFree, allocator_data: UnsafeMutableRawPointer(state)),
        next: place + MemoryLayout<State>.stride, end: chunk + chunkSize, chunk: chunk,
        chunkSize: chunkSize, budget: budget))
  }

  deinit {
    var chunk: UnsafeMutableRawPointer? = unsafe state.pointee.chunk
    while let current = unsafe chunk {
      unsafe chunk = current.load(as: UnsafeMutableRawPointer?.self)
      unsafe free(current)
    }
  }

  var allocator: UnsafeMutablePointer<ProtobufCAllocator> {
    unsafe UnsafeMutableRawPointer(state).assumingMemoryBound(to: ProtobufCAllocator.self)
  }
}

extension Arena.State {
  /// Returns `size` bytes, aligned to 8 and preceded by their size, or `nil` if that exceeds the
  /// budget or the memory.
  mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    guard size >= 0, unsafe size <= budget else {
      unsafe isExhausted = true
      return nil
    }
    let length = (size + Arena.sizePrefix + 7) & ~7
    unsafe budget -= length
    if unsafe end - next < length, unsafe !addChunk(holding: length) {
      unsafe isExhausted = true
      return nil
    }
    unsafe next.storeBytes(of: size, as: Int.self)
    let place = unsafe next + Arena.sizePrefix
    unsafe next += length
    return unsafe place
  }

  private mutating func addChunk(holding length: Int) -> Bool {
    unsafe chunkSize = max(length + 8, min(2 * chunkSize, 1 << 20))
    guard let fresh = unsafe malloc(chunkSize) else { return false }
    unsafe fresh.storeBytes(of: chunk, as: UnsafeMutableRawPointer?.self)
    unsafe chunk = fresh
    unsafe next = fresh + 8
    unsafe end = fresh + chunkSize
    return true
  }
}

/// The function that libprotobuf-c calls to allocate memory.
private func arenaAllocate(
  _ state: UnsafeMutableRawPointer?, _ size: Int
) -> UnsafeMutableRawPointer? {
  unsafe state?.assumingMemoryBound(to: Arena.State.self).pointee.allocate(size)
}

/// The function that libprotobuf-c calls to free memory. It frees nothing, and only notices a
/// replaced message.
///
/// If a message is given twice, libprotobuf-c frees the first one with its first word, the
/// descriptor, set to NULL. Nothing else that is freed looks like that, except perhaps texts and
/// bytes. For these, the worst effect is unneeded work.
private func arenaFree(_ state: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?) {
  guard let state = unsafe state, let pointer = unsafe pointer else { return }
  let size = unsafe (pointer - Arena.sizePrefix).load(as: Int.self)
  guard unsafe size >= MemoryLayout<ProtobufCMessage>.size,
    unsafe pointer.load(as: Int.self) == 0
  else { return }
  unsafe state.assumingMemoryBound(to: Arena.State.self).pointee.hasReplacedMessage = true
}

extension ProtobufError {
  static var outOfMemory: ProtobufError {
    ProtobufError(.tooLarge, "the message needs more memory than its size allows")
  }
}
