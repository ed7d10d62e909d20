internal import ProtobufRuntime
internal import StoreProtos

/// One line of an export after its header: `{"event":{…}}`, or
/// `{"table":"keys","revision":7,"record":{…}}`.
enum ExportLine {
  case event(Event)
  case record(JSONValue, revision: UInt64, table: String)

  /// Returns the line of an event, without its chain, which belongs to the store that it was
  /// written to.
  static func text(_ event: Event) throws -> String {
    var event = event
    event.chain = []
    return "{\"event\":\(try event.json())}\n"
  }

  /// Returns the line of a record.
  static func text(_ record: JSONValue, _ revision: UInt64, of table: String) -> String {
    "{\"table\":\"\(table)\",\"revision\":\(revision),\"record\":\(record)}\n"
  }

  /// Parses a line.
  ///
  /// - Throws: ``ProtobufError``, when the line is neither an event nor a record.
  init(parsing line: String) throws {
    guard case .object(let members) = try JSONValue(parsing: line) else { throw Self.unknown }
    switch (members.count, members.first?.0, members.first?.1, members.last?.1) {
    case (1, "event", let event?, _):
      self = .event(try Event(json: event))
    case (3, "table", .string(let table)?, let record?):
      guard members[1].0 == "revision", case .number(let digits) = members[1].1,
        let revision = UInt64(digits), members[2].0 == "record"
      else { throw Self.unknown }
      self = .record(record, revision: revision, table: table)
    default: throw Self.unknown
    }
  }

  private static let unknown = ProtobufError(
    .syntax, "this is neither an event nor a record of a table")
}
