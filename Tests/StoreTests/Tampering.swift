import LMDB
import ProtobufRuntime

@testable import Store

/// Changes that only an intruder or a failing disk would make in a store.
extension Store {
  func storedEvent(_ revision: UInt64) throws -> [UInt8]? {
    try read { tx in
      try tx.raw.withValue(
        at: revision.bigEndianBytes.span.bytes, in: tx.core.system.events
      ) { Array(copying: $0) }
    }
  }

  func putEvent(_ bytes: [UInt8], at revision: UInt64) async throws {
    try await write(.test) { tx in
      try tx.raw.put(
        bytes.span.bytes, at: revision.bigEndianBytes.span.bytes, in: tx.view.core.system.events)
    }
  }

  func deleteEvent(_ revision: UInt64) async throws {
    try await write(.test) { tx in
      _ = try tx.raw.delete(
        revision.bigEndianBytes.span.bytes, in: tx.view.core.system.events)
    }
  }

  func put<Record: Message>(
    _ count: UInt64, at key: IndexKey, of counter: Counter<Record>
  ) async throws {
    try await write(.test) { tx in
      try tx.raw.put(
        count.bigEndianBytes.span.bytes, at: key.bytes.span.bytes,
        in: tx.view.core.database(counter.slot))
    }
  }

  /// Returns the number of recorded outcomes, and of their entries in the index by age.
  func outcomeCounts() throws -> [Int] {
    try read { tx in
      [
        try tx.raw.count(of: tx.core.system.outcomes),
        try tx.raw.count(of: tx.core.system.outcomeAges),
      ]
    }
  }
}
