/// A kind of id that occurs in paths of the Admin API.
enum AdminIdentifier: String {
  case user = "user_id"
  case workspace = "workspace_id"
  case invite = "invite_id"
  case apiKey = "api_key_id"

  private static let ownLength = 24
  private static let longest = 64
  /// Characters that the vendor's ids may contain and Steward's ids never do.
  private static let foreignCharacters = Set("0OIl")

  init?(parameter: String) { self.init(rawValue: parameter) }

  /// The kind of object that the id identifies, in words for people.
  var noun: String {
    switch self {
    case .user: "user"
    case .workspace: "workspace"
    case .invite: "invite"
    case .apiKey: "API key"
    }
  }

  private var prefix: String {
    switch self {
    case .user: "user_"
    case .workspace: "wrkspc_"
    case .invite: "invite_"
    case .apiKey: "apikey_"
    }
  }

  /// Returns whether a string can be the vendor's id of this kind and can't be one of Steward's.
  func isForeign(_ id: String) -> Bool {
    guard id.hasPrefix(prefix) else { return false }
    let rest = id.dropFirst(prefix.count)
    guard !rest.isEmpty, rest.utf8.count <= Self.longest,
      rest.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return false }
    return rest.count != Self.ownLength || rest.contains(where: Self.foreignCharacters.contains)
  }
}
