import AdminProtos
import AdminServices
import HTML

/// The choice of an API key for a person. Keys that have an owner are shown as taken. Each choice
/// says the whole id, the hint and the owner, so that no two keys look alike.
struct KeySelect: Sendable {
  private let choice: RecordSelect

  /// Reads the keys of an organization: all that aren't archived, or those that the find field
  /// names.
  static func load(isRequired: Bool = false, _ visit: Visit) async throws -> KeySelect {
    let query = RecordSelect.text(visit)
    let found = try await KeysClient(visit.host).list(
      ListKeysRequest(
        organizationId: visit.organization, limit: RecordSelect.maximum,
        statuses: ["active", "inactive"], query: query),
      options: visit.reading)
    let field = Field(name: "key_id", label: .apiKey, isRequired: isRequired)
    return KeySelect(field, found.data, isWhole: !found.hasMore && query.isEmpty)
  }

  private init(_ field: Field, _ keys: [ApiKey], isWhole: Bool) {
    let (owned, unowned) = (keys.filter { !$0.userId.isEmpty }, keys.filter(\.userId.isEmpty))
    choice = RecordSelect(
      field: field,
      groups: [
        .init(name: .noOwner, choices: unowned.map(Self.choice)),
        .init(name: .taken, choices: owned.map(Self.choice), isTaken: true),
      ], isWhole: isWhole, find: .findKey)
  }

  /// Draws the choice inside a form.
  func drawing(chosen: String = "", refusal: Refusal?, in visit: Visit) -> Markup {
    choice.drawing(chosen: chosen, refusal: refusal, in: visit)
  }

  /// Draws the find field for ``Dialog/above``; nothing if the choice shows every key.
  func finding(at action: Address, in visit: Visit) -> Markup {
    choice.finding(at: action, in: visit)
  }

  private static func choice(of key: ApiKey) -> RecordSelect.Choice {
    let owner = key.userName.isEmpty ? key.userEmail : key.userName
    let parts = [key.id, key.partialKeyHint, owner].filter { !$0.isEmpty }
    return .init(id: key.id, text: parts.joined(separator: " · "))
  }
}
