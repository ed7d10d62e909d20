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
    try await Blocking.run { try self.write(bytes) }
  }

  private func write(_ bytes: [UInt8]) throws {
    do throws(SystemError) {
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
  private var lines = LineSplitter(limit: Self.maximumLineLength)

  fileprivate init(spool: ImportSpool, descriptor: Int32) {
    self.spool = spool
    self.descriptor = descriptor
  }

  /// Returns the next line without its line end; nil at the end.
  mutating func next() throws -> String? {
    while true {
      if let line = lines.next() { return try text(line) }
      guard !lines.isOverLimit else { throw Status.unreadableLine("is too long") }
      let block = try readBlock()
      guard !block.isEmpty else { return try lines.last().map(text) }
      lines.append(block)
    }
  }

  private mutating func readBlock() throws -> [UInt8] {
    let block = try [UInt8](unsafeUninitializedCapacity: Self.blockLength) { block, count in
      let read = pread(descriptor, block.baseAddress, Self.blockLength, offset)
      guard read >= 0 else { throw Status.spoolFailed(errno) }
      count = read
    }
    offset += block.count
    return block
  }

  private func text(_ line: LineSplitter.Line) throws -> String {
    guard !line.isCut else { throw Status.unreadableLine("is too long") }
    guard let text = String(validating: line.bytes, as: UTF8.self) else {
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
        + "\(SystemError.text(code)). Nothing was changed.")
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
