internal import ProtobufRuntime
internal import Store

/// A table of whatever record, as exports and imports see it.
protocol PortableTable: TableDeclaration {
  /// As it is named in the store, and in exports.
  var name: String { get }

  /// Returns how many records there are.
  func count(in tx: borrowing some Transaction & ~Copyable) throws -> Int

  /// Shows the records that come after a key to `visit`, each with its key and as a line of an export, until
  /// it returns `false`.
  func forEachLine(
    after key: [UInt8], in tx: borrowing ReadTransaction,
    _ visit: (_ key: [UInt8], _ line: String) -> Bool
  ) throws

  /// Puts a record that an export has.
  func load(_ record: JSONValue, revision: UInt64, in tx: inout WriteTransaction) throws

  /// Counts every record anew and returns the counters that say something else.
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
