import Dispatch
import Glibc
import Platform
import PluginKit
import Status
import Synchronization

/// An import on the disk, until the client has sent all of it.
///
/// The store can then be filled in one transaction that waits for no client. The file has no name,
/// so it disappears when the process ends, however it ends.
final class ImportSpool: Sendable {
  /// The queue of file writes. They may block, which a thread of the cooperative pool must not do.
  private let queue = DispatchQueue(label: "steward.automation.spool")
  private let descriptor: Int32
  /// The default capacity of a store, which is more than an export of it takes.
  private static let maximumBytes: UInt64 = 64 << 30
  private let length = Atomic<UInt64>(0)

  init(in directory: String) throws {
    var path = Array("\(directory)/import.XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Status.spoolFailed(errno) }
    unlink(path)
  }

  deinit { close(descriptor) }

  func append(_ bytes: [UInt8]) async throws {
    let length = length.add(UInt64(bytes.count), ordering: .relaxed).newValue
    guard length <= Self.maximumBytes else { throw Status.importTooLarge(Self.maximumBytes) }
    try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
      queue.async { caller.resume(with: Result { try self.write(bytes) }) }
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    do throws(WriteFailure) {
      try bytes.writeAll(to: descriptor)
    } catch {
      throw Status.spoolFailed(error.code)
    }
  }

  /// The lines that the client has sent, from the first. For the thread that fills the store.
  var lines: SpooledLines { SpooledLines(spool: self, descriptor: descriptor) }
}

/// The lines of a spool.
struct SpooledLines {
  /// The limit of a line in bytes. It is more than any record takes: records are made of requests
  /// of at most 64 KiB.
  private static let maximumLineLength = 1 << 20
  private static let blockLength = 256 << 10

  /// Keeps the file open.
  fileprivate let spool: ImportSpool
  fileprivate let descriptor: Int32
  private var offset = 0
  private var buffer: [UInt8] = []
  private var position = 0

  fileprivate init(spool: ImportSpool, descriptor: Int32) {
    self.spool = spool
    self.descriptor = descriptor
  }

  /// Returns the next line without its line end; nil at the end.
  mutating func next() throws -> String? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return try text(buffer[position..<end])
      }
      searched = buffer.count - position
      guard try readMore() else { return try rest() }
    }
  }

  private mutating func rest() throws -> String? {
    guard position < buffer.count else { return nil }
    defer { position = buffer.count }
    return try text(buffer[position...])
  }

  /// Drops the bytes that were taken, and reads a block. Returns whether there was one.
  private mutating func readMore() throws -> Bool {
    buffer.removeFirst(position)
    position = 0
    guard buffer.count < Self.maximumLineLength else { throw Status.unreadableLine("is too long") }
    let block = try [UInt8](unsafeUninitializedCapacity: Self.blockLength) { block, count in
      let read = pread(descriptor, block.baseAddress, Self.blockLength, offset)
      guard read >= 0 else { throw Status.spoolFailed(errno) }
      count = read
    }
    offset += block.count
    buffer += block
    return !block.isEmpty
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Status.unreadableLine("is not UTF-8")
    }
    return text
  }
}

extension Status {
  fileprivate static func spoolFailed(_ code: Int32) -> Status {
    let isFull = code == ENOSPC || code == EDQUOT
    return Status(
      isFull ? .resourceExhausted : .internal, reason: isFull ? "DISK_FULL" : "SPOOL_FAILED",
      message: "The import can't be saved next to the store: "
        + "\(String(cString: strerror(code))). Nothing was changed.")
  }

  fileprivate static func importTooLarge(_ limit: UInt64) -> Status {
    Status(
      .resourceExhausted, reason: "IMPORT_TOO_LARGE",
      message: "The import is larger than \(limit) bytes, so steward export didn't write it. "
        + "Nothing was changed.")
  }

  fileprivate static func unreadableLine(_ problem: String) -> Status {
    Status(
      .invalidArgument, reason: "MALFORMED_LINE",
      message: "A line of the export \(problem). Import a file that steward export wrote.")
  }
}
