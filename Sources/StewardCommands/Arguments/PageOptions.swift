internal import AdminLists
internal import ArgumentParser
internal import ProtobufRuntime

/// The options that select a part of a list.
struct PageOptions: ParsableArguments {
  // Without `.unconditional`, "-5" would be read as an option that does not exist.
  @Option(parsing: .unconditional, help: "The most results to list, 1 to 1000. (default: 20)")
  var limit: Int?

  @Option(help: ArgumentHelp("List the results right after this id.", valueName: "id"))
  var after: String?

  @Option(help: ArgumentHelp("List the results right before this id.", valueName: "id"))
  var before: String?

  @Flag(help: "List all results, page by page.")
  var all = false

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit must be 1 to 1000, not \(limit); --all lists everything.")
    }
    guard after == nil || before == nil else {
      throw ValidationError("--after and --before are opposite directions; give only one of them.")
    }
    guard !all || before == nil else {
      throw ValidationError("--all lists forwards, so it can't be used with --before; use --after.")
    }
  }

  /// The limit to send in the request; nil for the plugin's default. With `--all` it is the largest
  /// page, because all items are read.
  var requestedLimit: Int32? { limit.map(Int32.init) ?? (all ? 1000 : nil) }
}

extension PageOptions {
  /// Returns the report of the requested page, or with `--all` of all pages as one.
  ///
  /// - Parameters:
  ///   - advice: The note if the list is empty.
  ///   - page: Returns one page.
  func report<List: AdminList>(
    columns: [Column<List.Item>], id: (List.Item) -> String,
    ifEmpty advice: @autoclosure () async -> String? = nil,
    _ page: (_ after: String, _ before: String) async throws -> List
  ) async throws -> Report {
    let list = try await fetch(page)
    let isEmpty = list.data.isEmpty && !list.hasMore && after == nil && before == nil
    let note = isEmpty ? await advice() : nil
    return try Report(
      of: list, items: list.data, columns: columns, id: id, note: note ?? self.note(for: list))
  }

  private func fetch<List: AdminList>(
    _ page: (_ after: String, _ before: String) async throws -> List
  ) async throws -> List {
    var whole = try await page(after ?? "", before ?? "")
    while all, whole.hasMore, let last = whole.lastId {
      let next = try await page(last, "")
      whole.data += next.data
      whole.hasMore = next.hasMore
      // A page without a last id ends the loop, whatever its `has_more` says.
      whole.lastId = next.lastId
    }
    return whole
  }

  /// Returns a note on how to see the rest of the list; nil if the page leaves out nothing.
  private func note(for page: some AdminList) -> String? {
    guard page.hasMore else { return nil }
    let next =
      before == nil ? page.lastId.map { "--after \($0)" } : page.firstId.map { "--before \($0)" }
    return "There are more: \(next.map { "\($0), or " } ?? "")--all"
  }
}
