import AdminProtos
import HTML

/// The one thing that a text stands for: the one with this id, mail address or hint.
struct FindMatch: Hashable, Sendable {
  /// The thing in each organization in which it was found.
  private let entries: [DirectoryEntry]

  /// Creates the match of a text, or returns nil if it stands for nothing or for several things.
  init?(of text: String, among entries: [DirectoryEntry]) {
    let matching = entries.filter { Self.stands(text, for: $0) }
    guard Set(matching.map(\.id)).count == 1 else { return nil }
    self.entries = matching
  }

  /// Returns the page of the thing, in one organization if it was found there.
  func address(preferring organization: String?) -> Address? {
    let entry = entries.first { $0.organizationId == organization } ?? entries.first
    return entry.flatMap { .page(of: $0) }
  }

  private static func stands(_ text: String, for entry: DirectoryEntry) -> Bool {
    switch entry.kind {
    case "user": text == entry.id || text.lowercased() == entry.detail.lowercased()
    case "invite": text == entry.id || text.lowercased() == entry.name.lowercased()
    case "api_key", "admin_key": text == entry.id || text == entry.detail
    default: text == entry.id
    }
  }
}
