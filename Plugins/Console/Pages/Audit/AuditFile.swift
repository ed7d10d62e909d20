import GoogleProtos
import ProtobufRuntime
import StoreProtos

/// Events as a file. It is bounded, since a page's response has to fit into one message.
struct AuditFile: Sendable {
  enum Format: String, CaseIterable, Sendable {
    /// One row for each event, with what spreadsheets can use.
    case csv
    /// One line of JSON for each event, with all that is recorded.
    case ndjson

    var mediaType: String {
      switch self {
      case .csv: "text/csv"
      case .ndjson: "application/x-ndjson"
      }
    }
  }

  /// The number of events that a file holds at most.
  static let maximumRows = 10_000
  /// The number of bytes that a file has at most. The host carries messages of 4 MiB.
  static let maximumBytes = 3_500_000

  let format: Format
  private(set) var bytes: [UInt8]
  private(set) var rows = 0

  init(_ format: Format) {
    self.format = format
    bytes = format == .csv ? CSV.row(Self.columns) : []
  }

  /// Adds an event. Returns false, and adds nothing, if the file is full.
  mutating func add(_ event: Event) throws -> Bool {
    let row =
      switch format {
      case .csv: CSV.row(try Self.cells(of: event))
      case .ndjson: Array("\(try event.json())\n".utf8)
      }
    guard rows < Self.maximumRows, bytes.count + row.count <= Self.maximumBytes else {
      return false
    }
    bytes += row
    rows += 1
    return true
  }

  private static let columns = [
    "revision", "time", "actor", "action", "resource", "organization_id", "plugin", "method",
    "call", "refused_calls",
  ]

  private static func cells(of event: Event) throws -> [String] {
    [
      String(event.revision), try event.time.map(text) ?? "", event.actor, event.action,
      event.resource, event.organizationId, event.plugin, event.method, event.call,
      event.refused.map { String($0.count) } ?? "",
    ]
  }

  /// Returns a time as RFC 3339 has it, to the second.
  private static func text(_ time: GoogleTimestamp) throws -> String {
    try TimestampText.format(seconds: time.seconds, nanos: 0)
  }
}
