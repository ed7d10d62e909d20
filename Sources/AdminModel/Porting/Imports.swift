internal import AdminProtos
internal import ProtobufRuntime
internal import Status
public import Store

/// The import of an export into an empty store.
public enum Imports {
  /// Loads an export, completely or not at all, and returns how many objects it had.
  ///
  /// - Parameters:
  ///   - seal: The seal that must have authenticated the export.
  ///   - isVerified: Whether to refuse an export that isn't authenticated. Otherwise the audit log
  ///     records that it wasn't.
  ///   - lines: Returns the next line without its line end; nil at the end.
  ///   - progress: Called from time to time with the number of objects that are loaded, and the
  ///     total.
  public static func load(
    under seal: ExportSeal, isVerified: Bool = true, by access: Access,
    in tx: inout WriteTransaction, lines: () throws -> String?,
    progress: (_ objects: UInt64, _ total: UInt64) -> Void
  ) throws -> UInt64 {
    try access.require(.import, at: .installation, of: "import", "")
    try refuseFilled(tx)
    var code = ExportSeal.Code(under: seal)
    let header = try header(try lines(), &code)
    let isOfSameMasterKey = header.masterKey == seal.mark
    guard isOfSameMasterKey || !isVerified else { throw AdminError.otherMasterKey }
    var loading = Loading(isUnderSameMasterKey: isOfSameMasterKey, objects: header.objects)
    while loading.loaded < header.objects, let line = try lines() {
      code.update(line: line)
      try loading.load(line, in: &tx)
      if loading.loaded % 1000 == 0 { progress(loading.loaded, header.objects) }
    }
    let trailer = try lines()
    try loading.checkEnd(of: header, isLast: try lines() == nil, in: tx)
    do {
      try tx.continueIdentifiers(after: header.idStamp)
    } catch {
      throw AdminError.inLine(1, error)
    }
    if isVerified {
      try check(trailer, against: code)
    } else {
      try tx.record(action: "store.imported_unverified", resource: "store")
    }
    try Members.copyAllTexts(in: &tx)
    return loading.loaded
  }

  /// Throws if the export wasn't written by a host with the master key. Nothing is committed then.
  private static func check(_ trailer: String?, against code: ExportSeal.Code) throws {
    guard let trailer else { throw AdminError.cutOff("It has no last line") }
    guard let given = try? ExportTrailer(json: trailer),
      HashingKey.areSame(given.code, code.value())
    else { throw AdminError.forgedExport }
  }

  private static func refuseFilled(_ tx: borrowing WriteTransaction) throws {
    let revision = try tx.lastRevision()
    let records = try AdminSchema.tables.reduce(0) { try $0 + $1.count(in: tx) }
    guard revision == 0, records == 0 else {
      throw AdminError.refused(
        reason: "STORE_NOT_EMPTY",
        message: "An import needs an empty store, but this one has \(records) records and "
          + "\(revision) events. Choose another data directory: --data DIR")
    }
  }

  private static func header(
    _ line: String?, _ code: inout ExportSeal.Code
  ) throws -> ExportHeader {
    guard let line, let header = try? ExportHeader(json: line), header.stewardExport > 0 else {
      throw AdminError.refused(
        reason: "NOT_AN_EXPORT",
        message: "The first line is not that of an export. Import a file that steward export "
          + "wrote.")
    }
    guard header.stewardExport == ExportFormat.version else {
      throw AdminError.refused(
        reason: "EXPORT_TOO_NEW",
        message: "The export has format \(header.stewardExport); this Steward reads "
          + "\(ExportFormat.version). Export again, and use the same version on both sides.")
    }
    code.update(line: line)
    return header
  }
}

/// The progress of an import.
private struct Loading {
  let isUnderSameMasterKey: Bool
  let objects: UInt64
  private(set) var loaded: UInt64 = 0
  private let tables = Dictionary(
    uniqueKeysWithValues: AdminSchema.tables.map { ($0.name, $0) })

  init(isUnderSameMasterKey: Bool, objects: UInt64) {
    self.isUnderSameMasterKey = isUnderSameMasterKey
    self.objects = objects
  }

  mutating func load(_ line: String, in tx: inout WriteTransaction) throws {
    do {
      switch try ExportLine(parsing: line) {
      case .event(let event): try tx.load(event)
      case .record(let record, let revision, let table):
        try self.table(table).load(record, revision: revision, in: &tx)
      }
      loaded += 1
    } catch let error as AdminError {
      throw error
    } catch {
      throw AdminError.inLine(loaded + 2, error)
    }
  }

  private func table(_ name: String) throws -> any PortableTable {
    guard let table = tables[name] else {
      throw ProtobufError(.unknownType, "unknown table \"\(name.asRefused)\"")
    }
    guard isUnderSameMasterKey || !ExportFormat.tablesUnderMasterKey.contains(name) else {
      throw AdminError.unreadableTable
    }
    return table
  }

  /// Checks that the export is complete.
  ///
  /// - Parameter isLast: Whether nothing follows the trailer.
  func checkEnd(
    of header: ExportHeader, isLast: Bool, in tx: borrowing WriteTransaction
  ) throws {
    guard loaded == objects, try tx.lastRevision() == header.revision else {
      throw AdminError.cutOff(
        "It has \(loaded) objects, but its header says \(objects)")
    }
    guard isLast else { throw AdminError.cutOff("It has more lines than its header says") }
  }
}

extension AdminError {
  fileprivate static var unreadableTable: AdminError {
    refused(
      reason: "MASTER_KEY_MISMATCH",
      message: "The export holds API keys, admin keys or invites that were hashed or sealed under "
        + "another master key, so no import under this one accepts it. \(importUnderItsKey)")
  }

  fileprivate static var otherMasterKey: AdminError {
    refused(
      reason: "MASTER_KEY_MISMATCH",
      message: "The export was made under another master key, so nothing proves that it is "
        + "unchanged. \(importUnderItsKey) Or, if it holds no API keys, admin keys and invites, and "
        + "you trust the file and everyone who could change it: steward import --unverified")
  }

  /// The data directory must be a new one: a store keeps the mark of the first master key with
  /// which it was used, even if it is empty, and accepts no other key.
  private static let importUnderItsKey =
    "Import it into a new data directory that has the master key of the exported installation."

  fileprivate static var forgedExport: AdminError {
    refused(
      reason: "EXPORT_FORGED",
      message: "The export is not what a host with this master key wrote: it was changed later. "
        + "Export again. To change an installation from a file, use: steward apply")
  }

  fileprivate static func cutOff(_ problem: String) -> AdminError {
    refused(
      reason: "EXPORT_CUT_OFF",
      message: "The export was cut off or extended. \(problem). Export again.")
  }

  /// Returns the error for one line. It never contains the line itself, which may hold secrets.
  fileprivate static func inLine(_ number: UInt64, _ error: any Error) -> AdminError {
    let status = Status(describing: (error as? ProtobufError).map(AdminError.unreadable) ?? error)
    return .invalid([
      FieldViolation(
        field: "line \(number)", reason: status.reason.rawValue, message: status.message)
    ])
  }

  private static func unreadable(_ error: ProtobufError) -> any Error {
    Status(.invalidArgument, reason: "MALFORMED_LINE", message: error.description)
  }
}
