import AdminLists
import ProtobufRuntime

extension AdminList {
  /// Returns the page as the Admin API shows it.
  func adminJSON(_ item: (Item) -> JSONValue) -> JSONValue {
    .object([
      ("data", .array(data.map(item))), ("first_id", .text(firstId)), ("has_more", .bool(hasMore)),
      ("last_id", .text(lastId)),
    ])
  }
}

extension Schema {
  /// Returns the schema of a page of a list.
  static func page(of item: Schema) -> Schema {
    .object(
      .init("data", .array(of: item)), .init("first_id", string.orNull), .init("has_more", boolean),
      .init("last_id", string.orNull))
  }
}

/// The parameters of a query that select a page of a list.
struct PageQuery: Hashable, Sendable {
  let limit: Int32?
  let after: String
  let before: String

  init(_ query: Query) throws(APIError) {
    limit = try query.integer("limit", in: 1...1000)
    after = try query.value("after_id") ?? ""
    before = try query.value("before_id") ?? ""
    guard after.isEmpty || before.isEmpty else {
      throw APIError(.invalidRequest, "before_id: can't be given together with after_id.")
    }
  }
}

extension [Operation.Parameter] {
  /// Returns the parameters of every list, followed by the list's own.
  static func page(_ own: Operation.Parameter...) -> [Operation.Parameter] {
    [
      .init(
        "limit", .query, .integer(1...1000, default: 20),
        "The maximum number of objects in a page."),
      .init("after_id", .query, .string, "The page begins after the object with this id."),
      .init(
        "before_id", .query, .string,
        "The page ends before the object with this id. Can't be given together with after_id."),
    ] + own
  }
}
