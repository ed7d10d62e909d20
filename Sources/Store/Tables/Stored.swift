public import ProtobufRuntime

/// A record with its revision, as it is in the store.
public struct Stored<Record: Message>: Hashable, Sendable {
  /// The record.
  public let record: Record

  /// The revision of the event that last changed it.
  public let revision: UInt64

  /// The etag. A caller passes it as `if_match`, to change only the version that it has read.
  public var etag: String { String(revision) }
}

/// The stored form of a record: its revision in eight bytes, then its wire format.
enum Envelope {
  static func bytes(_ revision: UInt64, _ serialized: [UInt8]) -> [UInt8] {
    revision.bigEndianBytes + serialized
  }

  static func open<Record: Message>(
    _ bytes: RawSpan, of table: Table<Record>
  ) throws -> Stored<Record> {
    guard bytes.byteCount >= 8 else { throw StoreError.damagedRecord(table.name) }
    do {
      let record = try Record(serialized: bytes.extracting(droppingFirst: 8))
      return Stored(record: record, revision: UInt64(bigEndian: bytes))
    } catch {
      throw StoreError.damagedRecord(table.name, cause: error)
    }
  }
}
