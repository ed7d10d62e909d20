internal import Dispatch
internal import Glibc
internal import IPC
internal import Platform
internal import Status
internal import Synchronization

/// The lines of a file descriptor, read on a queue of their own. A read of standard input may wait
/// forever. It must not delay other tasks or an interruption.
final class DescriptorLines: LineSource {
  /// The maximum length of a line in bytes. It is as long as a message may be, and limits foreign
  /// input that has no line ends.
  static let maximumLineLength = 4 << 20

  fileprivate struct Input {
    /// The bytes that were read. Those before ``start`` were taken.
    var bytes: [UInt8] = []
    var start = 0
    /// The index up to which no line end was found.
    var searched = 0
    var isAtEnd = false
    /// Whether the start of the input was read and a byte order mark removed from it.
    var hasBegun = false
    var lineNumber = 0
  }

  private let descriptor: Int32
  /// Whether this object closes the descriptor.
  private let isOwner: Bool
  private let name: String
  private let queue = DispatchQueue(label: "steward.input")
  private let input = Mutex(Input())

  init(_ descriptor: Int32, name: String = "standard input") {
    self.descriptor = descriptor
    isOwner = false
    self.name = name
  }

  /// Opens a file.
  ///
  /// - Parameter name: The name of the file in errors.
  init(file path: String, name: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(name) }
    isOwner = true
    self.name = name
  }

  deinit {
    if isOwner { close(descriptor) }
  }

  func next() async throws -> String? { try await reading { try self.readLine() } }

  func nextBlock() async throws -> [UInt8]? { try await reading { try self.readBlock() } }

  /// Runs `read` on the queue. If the task is cancelled, throws at once, while `read` continues.
  private func reading<Value: Sendable>(
    _ read: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let answer = SingleAnswer<Value>()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        guard answer.await(continuation) else { return }
        queue.async { answer.give(Result { try read() }) }
      }
    } onCancel: {
      answer.give(.failure(CancellationError()))
    }
  }

  private func readBlock() throws -> [UInt8]? {
    try input.withLock { input in
      while input.rest.isEmpty && !input.isAtEnd { try fill(&input) }
      let rest = input.takeAll()
      return rest.isEmpty ? nil : rest
    }
  }

  private func readLine() throws -> String? {
    try input.withLock { input in
      while true {
        if let line = try takeLine(from: &input) { return line }
        if input.isAtEnd { return try takeRest(from: &input) }
        guard input.rest.count <= Self.maximumLineLength else { throw tooLong(input) }
        try fill(&input)
      }
    }
  }

  private func takeLine(from input: inout Input) throws -> String? {
    guard let line = input.takeLine() else { return nil }
    guard line.count <= Self.maximumLineLength else { throw tooLong(input) }
    return try text(line, &input)
  }

  private func takeRest(from input: inout Input) throws -> String? {
    let line = input.takeAll()
    return line.isEmpty ? nil : try text(line, &input)
  }

  private func text(_ line: [UInt8], _ input: inout Input) throws -> String {
    input.lineNumber += 1
    guard let text = String(validating: line, as: UTF8.self) else {
      throw Status(
        .invalidArgument, reason: "INVALID_TEXT",
        message: "Line \(input.lineNumber) of \(name) is not valid UTF-8; nothing of it was used.")
    }
    return text
  }

  /// Reads more bytes. Removes a byte order mark at the start, as RFC 3629 advises for text that is
  /// always UTF-8.
  private func fill(_ input: inout Input) throws {
    try fillOnce(&input)
    guard !input.hasBegun else { return }
    while input.bytes.count < Self.byteOrderMark.count, !input.isAtEnd,
      Self.byteOrderMark.starts(with: input.bytes)
    {
      try fillOnce(&input)
    }
    if input.bytes.starts(with: Self.byteOrderMark) {
      input.bytes.removeFirst(Self.byteOrderMark.count)
    }
    input.hasBegun = true
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func fillOnce(_ input: inout Input) throws {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(descriptor, &chunk, chunk.count)
    switch count {
    case 0: input.isAtEnd = true
    case 1...: input.bytes += chunk[..<count]
    default:
      guard errno != EINTR else { return }
      throw Self.unreadable(name)
    }
  }

  private static func unreadable(_ name: String) -> Status { Status(file: name, .reading, errno) }

  private func tooLong(_ input: Input) -> Status {
    Status(
      .invalidArgument, reason: "LINE_TOO_LONG",
      message:
        "Line \(input.lineNumber + 1) of \(name) is longer than \(Self.maximumLineLength) bytes.")
  }
}

extension DescriptorLines.Input {
  /// The bytes that were read but not taken yet.
  fileprivate var rest: ArraySlice<UInt8> { bytes[start...] }

  /// Returns the next line without its end; nil if no whole line was read yet. Searches each byte
  /// once.
  fileprivate mutating func takeLine() -> [UInt8]? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      bytes.removeFirst(start)
      (start, searched) = (0, bytes.count)
      return nil
    }
    defer { (start, searched) = (end + 1, end + 1) }
    return Array(bytes[start..<end])
  }

  fileprivate mutating func takeAll() -> [UInt8] {
    defer { (bytes, start, searched) = ([], 0, 0) }
    return Array(rest)
  }
}

/// A continuation that is resumed once, with the first result.
private final class SingleAnswer<Value: Sendable>: Sendable {
  private struct State {
    var continuation: CheckedContinuation<Value, any Error>?
    var isGiven = false
  }

  private let state = Mutex(State())

  /// Takes the continuation. If a result was given before, resumes the continuation with a
  /// cancellation error and returns false.
  func await(_ continuation: CheckedContinuation<Value, any Error>) -> Bool {
    let isOpen = state.withLock { state in
      if !state.isGiven { state.continuation = continuation }
      return !state.isGiven
    }
    if !isOpen { continuation.resume(throwing: CancellationError()) }
    return isOpen
  }

  func give(_ result: sending Result<Value, any Error>) {
    let continuation = state.withLock { state in
      state.isGiven = true
      defer { state.continuation = nil }
      return state.continuation
    }
    continuation?.resume(with: result)
  }
}
