import AdminProtos
import AdminServices

/// What can be done with several keys at once.
enum KeyBulkAction: String, CaseIterable, Sendable {
  case deactivate, activate, archive

  /// What would become of one key.
  enum Prospect: Hashable, Sendable {
    /// The key would change.
    case changes
    /// The key is as it would be.
    case isSo
    /// The key can't change so, or not by this person.
    case refused
  }

  var verb: Phrase {
    switch self {
    case .deactivate: .deactivateVerb
    case .activate: .activateVerb
    case .archive: .archiveVerb
    }
  }

  /// Whether the person may do this with any key of the organization.
  func isAllowed(_ visit: Visit) -> Bool {
    visit.viewer.may(permission, in: visit.organization)
      || visit.viewer.mayWithOwn(permission, in: visit.organization)
  }

  func prospect(of key: ApiKey, _ viewer: Viewer) -> Prospect {
    let rights = KeyRights(key, viewer)
    return switch self {
    case .archive: key.status == "archived" ? .isSo : rights.mayArchive ? .changes : .refused
    case .activate: key.status == "active" ? .isSo : rights.mayActivate ? .changes : .refused
    case .deactivate: key.status == "inactive" ? .isSo : rights.mayDeactivate ? .changes : .refused
    }
  }

  /// Does it with one key.
  func perform(on id: String, ifMatch etag: String, _ visit: Visit) async throws {
    let (client, options) = (KeysClient(visit.host), visit.changing(id))
    switch self {
    case .archive:
      _ = try await client.revoke(RevokeKeyRequest(id: id, ifMatch: etag), options: options)
    case .activate, .deactivate:
      _ = try await client.update(
        UpdateKeyRequest(
          id: id, status: self == .activate ? "active" : "inactive", ifMatch: etag,
          organizationId: visit.organization), options: options)
    }
  }

  private var permission: String { self == .archive ? "keys.revoke" : "keys.update" }
}
