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

  private struct Input {
    var lines = LineSplitter(limit: maximumLineLength)
    /// The first bytes, as long as they may be the beginning of a byte order mark.
    var beginning: [UInt8]? = []
    var isAtEnd = false
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
    let result = SingleResult<Value>()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        guard result.await(continuation) else { return }
        queue.async { result.give(Result { try read() }) }
      }
    } onCancel: {
      result.give(.failure(CancellationError()))
    }
  }

  private func readBlock() throws -> [UInt8]? {
    try input.withLock { input in
      while true {
        let rest = input.lines.rest()
        guard rest.isEmpty else { return rest }
        guard !input.isAtEnd else { return nil }
        try fill(&input)
      }
    }
  }

  private func readLine() throws -> String? {
    try input.withLock { input in
      while true {
        if let line = input.lines.next() { return try text(line, &input) }
        guard !input.lines.isOverLimit else { throw tooLong(input) }
        guard !input.isAtEnd else {
          guard let last = input.lines.last() else { return nil }
          return try text(last, &input)
        }
        try fill(&input)
      }
    }
  }

  private func text(_ line: LineSplitter.Line, _ input: inout Input) throws -> String {
    guard !line.isCut else { throw tooLong(input) }
    input.lineNumber += 1
    guard let text = String(validating: line.bytes, as: UTF8.self) else {
      throw Status(
        .invalidArgument, reason: "INVALID_TEXT",
        message: "Line \(input.lineNumber) of \(name) is not valid UTF-8; nothing of it was used.")
    }
    return text
  }

  /// Reads more bytes. Removes a byte order mark at the start, as RFC 3629 advises for text that is
  /// always UTF-8.
  private func fill(_ input: inout Input) throws {
    let chunk = try readOnce(&input)
    guard let beginning = input.beginning.map({ $0 + chunk }) else {
      return input.lines.append(chunk)
    }
    let isMark = beginning.starts(with: Self.byteOrderMark)
    guard isMark || input.isAtEnd || !Self.byteOrderMark.starts(with: beginning) else {
      return input.beginning = beginning
    }
    input.beginning = nil
    input.lines.append(isMark ? beginning.dropFirst(Self.byteOrderMark.count) : beginning[...])
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func readOnce(_ input: inout Input) throws -> ArraySlice<UInt8> {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(descriptor, &chunk, chunk.count)
    guard count >= 0 else {
      guard errno != EINTR else { return [] }
      throw Self.unreadable(name)
    }
    input.isAtEnd = count == 0
    return chunk[..<count]
  }

  private static func unreadable(_ name: String) -> Status { Status(file: name, .reading, errno) }

  private func tooLong(_ input: Input) -> Status {
    Status(
      .invalidArgument, reason: "LINE_TOO_LONG",
      message:
        "Line \(input.lineNumber + 1) of \(name) is longer than \(Self.maximumLineLength) bytes.")
  }
}

/// A continuation that is resumed once, with the first result.
private final class SingleResult<Value: Sendable>: Sendable {
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
