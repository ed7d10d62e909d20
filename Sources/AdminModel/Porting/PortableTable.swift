internal import ProtobufRuntime
internal import Store

/// A table of any record type, as exports and imports use it.
protocol PortableTable: TableDeclaration {
  /// The table's name in the store, and in exports.
  var name: String { get }

  /// Returns the number of records.
  func count(in tx: borrowing some Transaction & ~Copyable) throws -> Int

  /// Passes the records after a key to `visit`, each with its key and as a line of an export, until
  /// `visit` returns `false`.
  func forEachLine(
    after key: [UInt8], in tx: borrowing ReadTransaction,
    _ visit: (_ key: [UInt8], _ line: String) -> Bool
  ) throws

  /// Stores a record from an export.
  func load(_ record: JSONValue, revision: UInt64, in tx: inout WriteTransaction) throws

  /// Counts every record again and returns the counters that differ.
  func recount(in tx: borrowing some Transaction & ~Copyable) throws -> [CounterMismatch]
}

extension Table: PortableTable {
  func forEachLine(
    after key: [UInt8], in tx: borrowing ReadTransaction,
    _ visit: (_ key: [UInt8], _ line: String) -> Bool
  ) throws {
    try forEach(after: key, in: tx) { key, stored in
      visit(key, ExportLine.text(try stored.record.jsonValue(), stored.revision, of: name))
    }
  }

  func load(_ record: JSONValue, revision: UInt64, in tx: inout WriteTransaction) throws {
    let record = try Record(json: record)
    try ImportBounds.check(record)
    try load(record, revision: revision, in: &tx)
  }
}
