internal import ArgumentParser

/// What an id says of the thing that it names.
///
/// Only used to refuse an id of another kind with a helpful word; whether an id is well formed and
/// names anything is for its module to say.
enum IdentifierKind: CaseIterable {
  case organization, workspace, apiKey, user, invite

  /// The kind that `id` has by its looks; nil if it looks like none.
  init?(of id: String) {
    guard let kind = Self.allCases.first(where: { $0.matches(id) }) else { return nil }
    self = kind
  }

  private func matches(_ id: String) -> Bool {
    switch self {
    case .organization: Self.isUUID(id)
    case .workspace: id.hasPrefix("wrkspc_")
    case .apiKey: id.hasPrefix("apikey_")
    case .user: id.hasPrefix("user_")
    case .invite: id.hasPrefix("invite_")
    }
  }

  /// The kind in words, with its article.
  var noun: String {
    switch self {
    case .organization: "an organization"
    case .workspace: "a workspace"
    case .apiKey: "an API key"
    case .user: "a user"
    case .invite: "an invite"
    }
  }

  private var shape: String {
    switch self {
    case .organization: "a UUID"
    case .workspace: "wrkspc_…"
    case .apiKey: "apikey_…"
    case .user: "user_…"
    case .invite: "invite_…"
    }
  }

  private var command: String? {
    switch self {
    case .organization: "steward orgs get"
    case .workspace: "steward workspaces get"
    case .apiKey, .user, .invite: nil
    }
  }

  /// Refuses `id` if it plainly names something of another kind.
  func check(_ id: String, as argument: String) throws {
    guard let other = Self(of: id), other != self else { return }
    let remedy = other.command.map { " See it with: \($0) \(id)" } ?? ""
    throw ValidationError(
      "\(argument) '\(id)' names \(other.noun); \(noun)'s id is wanted here (\(shape)).\(remedy)")
  }

  private static func isUUID(_ id: String) -> Bool {
    let groups = id.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
