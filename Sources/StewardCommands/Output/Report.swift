internal import ProtobufRuntime
internal import YAML

/// The result of a command, before it is printed in one of the formats.
struct Report: Sendable {
  /// The whole response, for `json` and `yaml`.
  var response: JSONValue
  /// The items of the response: one per line with `jsonl`.
  var items: [JSONValue]
  /// The ids of the items: one per line with `id`.
  var ids: [String]
  /// Returns the text for people.
  var readable: @Sendable (Style) -> String
  /// A note for people who read that text.
  var note: String?
}

extension Report {
  /// Creates a report of one item: a card with a line for each field.
  init(of message: some Message, id: String, note: String? = nil) throws {
    let json = try message.wholeJSON()
    let card = TextTable.card(of: json)
    self.init(
      response: json, items: [json], ids: [id], readable: { card.text(style: $0) }, note: note)
  }

  /// Creates a report of a list of items: a table with a row for each.
  init<Item: Message>(
    of response: some Message, items: [Item], columns: [Column<Item>], id: (Item) -> String,
    note: String? = nil
  ) throws {
    let values = try items.map { try $0.wholeJSON() }
    let rows = zip(items, values).map { item, json in columns.map { $0.cell(item, json) } }
    let table = TextTable(heading: items.isEmpty ? [] : columns.map(\.title), rows: rows)
    self.init(
      response: try response.wholeJSON(), items: values, ids: items.map(id),
      readable: { table.text(style: $0) }, note: note)
  }
}

/// One column of a table of messages.
struct Column<Item: Message>: Sendable {
  var title: String
  var cell: @Sendable (_ item: Item, _ json: JSONValue) -> TextTable.Cell

  /// Creates a column whose cells are computed from the message.
  init(_ title: String, _ cell: @escaping @Sendable (Item) -> TextTable.Cell) {
    self.title = title
    self.cell = { item, _ in cell(item) }
  }

  /// Creates a column of a field's text.
  init(_ title: String, _ text: @escaping @Sendable (Item) -> String) {
    self.init(title) { TextTable.Cell(text($0)) }
  }

  /// Creates a column of a field that holds a time.
  init(_ title: String, time field: String) {
    self.title = title
    cell = { _, json in TextTable.Cell(json[field]?.scalarText.wholeSeconds ?? "") }
  }
}

extension String {
  /// The RFC 3339 time without its fraction of a second: `2026-01-02T03:04:05Z`.
  var wholeSeconds: String {
    guard let point = firstIndex(of: ".") else { return self }
    return String(self[..<point]) + self[point...].drop { $0 == "." || $0.isNumber }
  }
}

extension Report {
  /// Prints the report in a format, and its note if the format is a table.
  func print(as format: OutputFormat, to console: Console) throws {
    try console.print(try text(as: format, style: console.outputStyle))
    if format == .table, let note { console.note(note) }
  }

  /// Returns the text for standard output.
  func text(as format: OutputFormat, style: Style) throws -> String {
    switch format {
    case .table: readable(style)
    case .json: response.prettyDescription + "\n"
    case .jsonl: items.map { $0.description + "\n" }.joined()
    case .yaml: YAMLText.document(response)
    case .id: ids.map { $0.singleLine + "\n" }.joined()
    }
  }
}

extension JSONValue {
  /// A string, number or boolean as text without quotes; empty for null, an array or an object.
  var scalarText: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let text), .string(let text): text
    case .array, .object: ""
    }
  }
}

extension Message {
  /// Returns the message in the form of JSON that this program prints.
  func wholeJSON() throws -> JSONValue { try jsonValue(options: .whole) }
}
