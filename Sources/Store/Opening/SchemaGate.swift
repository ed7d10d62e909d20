internal import LMDB
internal import Status

/// The check of a store's schema versions. It lets a program use a store of its own version,
/// migrates an older one, and refuses a newer one.
enum SchemaGate {
  /// The version of the data that the store itself writes: events, outcomes, envelopes, indexes.
  private static let format = Schema(name: "_store", version: 1)

  static func pass(_ schema: Schema, in core: StoreCore) throws {
    for schema in [format, schema] where !schema.name.isEmpty {
      guard try version(of: schema, in: core) != schema.version else { continue }
      try bringForward(schema, in: core)
    }
  }

  private static func bringForward(_ schema: Schema, in core: StoreCore) throws {
    let change = Change(
      actor: "plugin/\(schema.name)", plugin: schema.name, method: "migrate", call: "")
    var tx = try WriteTransaction(core.environment.write(), core, change)
    // The version is read again, because another process may have migrated the store meanwhile.
    switch try version(of: schema, tx.raw.view, core.system.meta) {
    case nil:
      break
    case let found? where found > schema.version:
      throw tooNew(schema, found)
    case let found? where found < 1:
      throw StoreError.damagedRecord("_store")
    case let found?:
      for migration in schema.migrations[(found - 1)...] { try migration.run(&tx) }
    }
    try tx.raw.put(
      UInt64(schema.version).bigEndianBytes.span.bytes, at: key(schema).span.bytes,
      in: core.system.meta)
    try tx.commit()
  }

  private static func version(
    of schema: Schema, in core: StoreCore
  ) throws -> Int? {
    let view = try core.environment.read()
    return try version(of: schema, view, core.system.meta)
  }

  private static func version(
    of schema: Schema, _ view: borrowing LMDB.ReadTransaction, _ meta: Database
  ) throws -> Int? {
    try view.withValue(at: key(schema).span.bytes, in: meta) {
      Int(clamping: UInt64(bigEndian: $0))
    }
  }

  private static func key(_ schema: Schema) -> [UInt8] {
    Array("schema/\(schema.name)".utf8)
  }

  private static func tooNew(_ schema: Schema, _ found: Int) -> StoreError {
    StoreError(
      .tooNew, reason: "STORE_TOO_NEW",
      "The store was written by a newer Steward (schema \(found) of \"\(schema.name)\"; this one "
        + "knows \(schema.version)). Use that version, or restore a backup made before it.")
  }
}
