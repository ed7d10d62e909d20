import AdminProtos
import AdminServices
import HTML

/// What a person typed to say whose events, or the events of what, they look for: an id, a name, a
/// mail address or a hint.
struct AuditSearch: Sendable {
  /// The part of the filter that the text is for.
  enum Aim: Sendable {
    case actor, resource, organization
  }

  enum Found: Sendable {
    case one(String)
    case several([DirectoryEntry])
    case nothing
  }

  let aim: Aim
  let text: String

  /// Returns what was typed into the fields of the form, for each field that holds something.
  static func all(in query: Fields) -> [AuditSearch] {
    let fields: [(Aim, String)] = [
      (.actor, query.trimmed("who")), (.resource, query.trimmed("what")),
      (.organization, query.trimmed("where")),
    ]
    return fields.filter { !$0.1.isEmpty }.map { AuditSearch(aim: $0.0, text: $0.1) }
  }

  /// Finds what the text stands for.
  func find(_ visit: Visit, in organization: String) async throws -> Found {
    if let value = exactValue { return .one(value) }
    let place = aim == .organization ? "" : organization
    let found = try await DirectoryClient(visit.host).find(
      FindRequest(text: text, organizationId: place, limit: 20), options: visit.reading)
    return decide(found.data)
  }

  /// What the text stands for if it is an id already; nil if it has to be looked up.
  var exactValue: String? {
    switch aim {
    case .actor:
      if text.hasPrefix("user_") { return "user/\(text)" }
      if text.hasPrefix("adminkey_") { return "admin_key/\(text)" }
      return text.contains("/") ? text : nil
    case .resource: return isID || text.contains("/") ? text : nil
    case .organization: return isID ? text : nil
    }
  }

  /// What the ids of things begin with. That of an organization is a UUID.
  private static let prefixes = [
    "wrkspc_", "user_", "apikey_", "invite_", "adminkey_", "session_",
  ]

  private var isID: Bool {
    guard !text.contains(where: { $0.isWhitespace || $0 == "@" }) else { return false }
    return Self.prefixes.contains(where: text.hasPrefix)
      || text.utf8.count == 36 && text.utf8.count { $0 == UInt8(ascii: "-") } == 4
  }

  /// Decides by what the directory has found.
  func decide(_ found: [DirectoryEntry]) -> Found {
    var known: Set<String> = []
    let fitting = found.filter { value(of: $0) != nil && known.insert($0.id).inserted }
    if fitting.count > 1 { return .several(fitting) }
    return fitting.first.flatMap(value).map { .one($0) } ?? .nothing
  }

  /// The value by which the filter selects an entry; nil if the entry can't be meant.
  func value(of entry: DirectoryEntry) -> String? {
    switch (aim, entry.kind) {
    case (.actor, "user"): "user/\(entry.id)"
    case (.actor, "admin_key"): "admin_key/\(entry.id)"
    case (.actor, _): nil
    case (.organization, "organization"): entry.id
    case (.organization, _): nil
    case (.resource, _): entry.id
    }
  }

  /// Returns a filter that selects this value too.
  func adding(_ value: String, to filter: AuditFilter) -> AuditFilter {
    var filter = filter
    switch aim {
    case .actor: filter.actor = value
    case .resource: filter.resource = value
    case .organization: filter.organization = value
    }
    return filter
  }
}
