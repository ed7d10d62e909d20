import AdminProtos
import AdminServices
import HTML

/// What the person may do with one key: by a role in its organization or workspace, or because the
/// key is theirs. A key that is archived stays as it is.
struct KeyRights: Sendable {
  let key: ApiKey
  private let viewer: Viewer

  init(_ key: ApiKey, _ viewer: Viewer) { (self.key, self.viewer) = (key, viewer) }

  var mayEdit: Bool { isOpen && may("keys.update") }
  var mayLink: Bool { isOpen && may("keys.update") }
  var mayActivate: Bool { key.status == "inactive" && may("keys.update") }
  var mayDeactivate: Bool { key.status == "active" && may("keys.update") }
  var mayRotate: Bool {
    key.kind == "issued" && ["active", "inactive"].contains(key.status) && may("keys.rotate")
  }
  var mayArchive: Bool { isOpen && may("keys.revoke") }
  var mayReveal: Bool {
    isOpen && key.kind == "registered" && viewer.may("keys.reveal", in: key.organizationId)
  }

  private var isOpen: Bool { key.archivedAt == nil }

  private func may(_ permission: String) -> Bool {
    viewer.may(permission, in: key.organizationId, key.workspaceId)
      || key.userId == viewer.identity.id
        && viewer.mayWithOwn(permission, in: key.organizationId)
  }
}

extension ApiKey {
  /// What a person calls the key: its name, else its hint, else its id.
  var shownName: String {
    [name, partialKeyHint].first { !$0.isEmpty } ?? id
  }

  /// The owner by name, else by mail address; empty without an owner.
  var ownerName: String { userName.isEmpty ? userEmail : userName }
}

extension Visit {
  /// The address of the keys of the organization.
  var keysAddress: Address { .organization(organization, "keys") }

  /// Reads the key that the address names.
  func key() async throws -> ApiKey {
    try await KeysClient(host).get(
      GetKeyRequest(id: value("key"), organizationId: organization), options: reading)
  }
}
