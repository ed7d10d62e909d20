internal import AdminProtos
internal import ProtobufRuntime
public import Store
internal import StoreProtos

/// A reader of everything in a store as lines of JSON, piece by piece. It gives a header, the
/// events, the records of each table, and a trailer that authenticates them.
///
/// The output depends only on the records and events, so an export of an imported store is the same
/// again. Outcomes that are stored under idempotency keys are not included, since they are deleted
/// within a day.
public struct ExportReader: Sendable {
  /// A number of whole lines.
  public struct Piece: Sendable {
    public fileprivate(set) var lines: [UInt8] = []
    /// How many objects the piece contains. The header and the trailer don't count.
    public fileprivate(set) var objects: UInt64 = 0
  }

  private enum Place {
    case header
    case events(after: UInt64)
    case records(table: Int, after: [UInt8])
    case trailer
    case end
  }

  /// In bytes. Small enough to read without delaying other work.
  private static let pieceLength = 64 << 10

  /// How many objects the export has in all.
  public let objects: UInt64
  private let snapshot: Snapshot
  private let header: ExportHeader
  private var code: ExportSeal.Code
  private var place = Place.header

  /// Begins to read a snapshot.
  ///
  /// - Parameter seal: The seal that authenticates the export.
  public init(_ snapshot: Snapshot, under seal: ExportSeal, by access: Access) throws {
    try access.require(.export, at: .installation, of: "export", "")
    header = try snapshot.read { tx in
      let revision = try tx.lastRevision()
      let records = try AdminSchema.tables.reduce(0) { try $0 + $1.count(in: tx) }
      return ExportHeader(
        stewardExport: ExportFormat.version, objects: revision + UInt64(records),
        revision: revision, idStamp: try tx.identifierStamp(), masterKey: seal.mark)
    }
    code = ExportSeal.Code(under: seal)
    objects = header.objects
    self.snapshot = snapshot
  }

  /// Returns the next piece; nil at the end.
  public mutating func next() throws -> Piece? {
    var piece = Piece()
    while piece.lines.count < Self.pieceLength {
      switch place {
      case .header: try addHeader(to: &piece)
      case .events(let revision): try addEvents(after: revision, to: &piece)
      case .records(AdminSchema.tables.count, _): place = .trailer
      case .records(let table, let key): try addRecords(of: table, after: key, to: &piece)
      case .trailer: return try closed(piece)
      case .end: return nil
      }
    }
    code.update(piece.lines)
    return piece
  }

  private mutating func addHeader(to piece: inout Piece) throws {
    piece.lines += Array(
      "\(try header.json(options: JSONOptions(includesDefaults: true)))\n".utf8)
    place = .events(after: 0)
  }

  /// Returns the last piece, with the code of all lines before its own line.
  private mutating func closed(_ piece: Piece) throws -> Piece {
    code.update(piece.lines)
    var piece = piece
    piece.lines += Array("\(try ExportTrailer(code: code.value()).json())\n".utf8)
    place = .end
    return piece
  }

  private mutating func addEvents(after revision: UInt64, to piece: inout Piece) throws {
    let events = try snapshot.read { tx in try tx.events(from: revision + 1, limit: 100) }
    for event in events { piece.add(try ExportLine.text(event)) }
    place = events.last.map { .events(after: $0.revision) } ?? .records(table: 0, after: [])
  }

  private mutating func addRecords(
    of table: Int, after key: [UInt8], to piece: inout Piece
  ) throws {
    var last = key
    var isAtEnd = true
    try snapshot.read { tx in
      try AdminSchema.tables[table].forEachLine(after: key, in: tx) { key, line in
        piece.add(line)
        last = key
        isAtEnd = piece.lines.count < Self.pieceLength
        return isAtEnd
      }
    }
    place = isAtEnd ? .records(table: table + 1, after: []) : .records(table: table, after: last)
  }
}

extension ExportReader.Piece {
  fileprivate mutating func add(_ line: String) {
    lines += Array(line.utf8)
    objects += 1
  }
}
