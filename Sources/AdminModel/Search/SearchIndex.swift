internal import ProtobufRuntime
internal import Store

/// An index of a table by the beginnings of the words in each record's text.
///
/// The entries of each scope, such as an organization, lie apart, so a search never reads a record
/// of another scope. Under each beginning the records are in the order of the table's lists, so a
/// search has the same pages and cursors as a list.
struct SearchIndex<Record: Message>: Sendable {
  /// The index itself, for the table's declaration.
  let index: Index<Record>
  private let scope: @Sendable (Record) -> String?
  private let order: (@Sendable (Record) -> UInt64)?
  private let text: @Sendable (Record) -> SearchText

  /// Creates a search index.
  ///
  /// - Parameters:
  ///   - scope: Returns where a record can be found; nil if nowhere.
  ///   - order: Returns a record's place in lists, if that doesn't follow from its key.
  ///   - text: Returns the text of a record.
  init(
    _ name: String, scope: @escaping @Sendable (Record) -> String?,
    order: (@Sendable (Record) -> UInt64)? = nil,
    text: @escaping @Sendable (Record) -> SearchText
  ) {
    (self.scope, self.order, self.text) = (scope, order, text)
    index = Index(name) { record in
      guard let scope = scope(record) else { return [] }
      return text(record).parts.map { Self.key(scope, $0, at: order?(record)) }
    }
  }

  /// Returns whether a record has the words of a query.
  func matches(_ record: Record, _ query: SearchQuery) -> Bool { query.matches(text(record)) }

  /// Returns the prefix of the entries of a part.
  func prefix(_ scope: String, _ part: [UInt8]) -> IndexKey { Self.key(scope, part, at: nil) }

  /// Returns the place that a record has among those of a part, or would have; nil if it is of
  /// another scope.
  func place(of record: Record, in scope: String, among part: [UInt8]) -> IndexKey? {
    guard self.scope(record) == scope else { return nil }
    return Self.key(scope, part, at: order?(record))
  }

  private static func key(_ scope: String, _ part: [UInt8], at place: UInt64?) -> IndexKey {
    guard let place else { return [.string(scope), .bytes(part)] }
    return [.string(scope), .bytes(part), .number(place)]
  }
}

/// A part of a query, and the number of records that a search with it reads at most.
struct RarestPart {
  /// Beyond this number, parts count as equally frequent.
  static let maximumCounted = 128

  let part: [UInt8]
  let count: Int
}

extension Table {
  /// Returns the part of a query that the fewest records of a scope have. Few entries are read,
  /// however many there are.
  func rarestPart(
    of query: SearchQuery, in scope: String, by search: SearchIndex<Record>,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> RarestPart {
    var rarest = RarestPart(part: query.parts[0], count: RarestPart.maximumCounted)
    for part in query.parts where rarest.count > 0 {
      let count = try count(
        of: search.index, under: search.prefix(scope, part), upTo: rarest.count, in: tx)
      if count < rarest.count { rarest = RarestPart(part: part, count: count) }
    }
    return rarest
  }

  /// Returns a page of the records of a scope that have the words of a query. It reads the records
  /// that have the query's rarest part, and skips those without the other words.
  func page(
    _ request: PageRequest, matching query: SearchQuery, in scope: String,
    by search: SearchIndex<Record>, _ tx: borrowing some Transaction & ~Copyable,
    where isWanted: (Record) throws -> Bool = { _ in true }
  ) throws -> Page<Record> {
    let rarest = try rarestPart(of: query, in: scope, by: search, tx)
    return try page(request, among: rarest, in: scope, by: search, tx) { record in
      try search.matches(record, query) && isWanted(record)
    }
  }

  /// Returns a page of the records of a scope that have a part and are wanted.
  func page(
    _ request: PageRequest, among rarest: RarestPart, in scope: String,
    by search: SearchIndex<Record>, _ tx: borrowing some Transaction & ~Copyable,
    where isWanted: (Record) throws -> Bool
  ) throws -> Page<Record> {
    try page(
      request, of: search.index, at: search.prefix(scope, rarest.part), in: tx, where: isWanted,
      placing: { search.place(of: $0, in: scope, among: rarest.part) })
  }
}
