internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward find`.
struct FindCommand: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find organizations, workspaces, keys and people.",
    discussion: """
      The text is a whole id, mail address or hint of a key, or the beginnings of words in names and \
      mail addresses, such as "ada lov". Without --org, workspaces, keys and people are found by \
      words in the 20 newest of your organizations.
      """)

  @Argument(help: "The text, at most 100 bytes, with a word of at least 3.")
  var text: String

  @Option(help: ArgumentHelp("Only what belongs to this organization.", valueName: "id"))
  var org: String?

  @Option(parsing: .unconditional, help: "The most results to list, 1 to 100. (default: 20)")
  var limit: Int?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let limit, !(1...100).contains(limit) {
      throw ValidationError("--limit must be 1 to 100, not \(limit).")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let found = try await DirectoryClient(channel).find(
      FindRequest(text: text, organizationId: org ?? "", limit: limit.map(Int32.init)),
      options: callOptions)
    return try Report(
      of: found, items: found.data, columns: DirectoryEntry.columns, id: \.id, note: note(on: found)
    )
  }

  private func note(on found: FindResponse) -> String? {
    guard !found.data.isEmpty else { return "Nothing that you may see matches." }
    return found.hasMore ? "There are more: add a word, --org, or --limit." : nil
  }
}

/// `steward resolve`.
struct ResolveCommand: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Show what ids stand for.")

  @Argument(help: ArgumentHelp("The ids, of any kind, at most 100.", valueName: "id"))
  var ids: [String]

  @Option(help: ArgumentHelp("Only what belongs to this organization.", valueName: "id"))
  var org: String?

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let resolved = try await DirectoryClient(channel).resolve(
      ResolveIDsRequest(ids: ids, organizationId: org ?? ""), options: callOptions)
    return try Report(
      of: resolved, items: resolved.data, columns: DirectoryEntry.columns, id: \.id,
      note: note(on: resolved))
  }

  private func note(on resolved: ResolveIDsResponse) -> String? {
    let unknown = Set(ids).subtracting(resolved.data.map(\.id)).sorted()
    guard !unknown.isEmpty else { return nil }
    return "Not found, or not for you to see: \(unknown.joined(separator: ", "))"
  }
}

extension DirectoryEntry {
  fileprivate static let columns: [Column<DirectoryEntry>] = [
    Column("KIND") { $0.kind },
    Column("ID") { $0.id },
    Column("NAME") { $0.name },
    Column("DETAIL") { $0.detail },
    Column("ORGANIZATION") { $0.organizationName },
  ]
}
