import AdminProtos
import HTML

extension Address {
  /// Returns the page of what the directory has found; nil if it has none.
  ///
  /// - Parameter organization: The organization in which a person is meant, who may be a member of
  ///   several.
  static func page(of entry: DirectoryEntry, in organization: String = "") -> Address? {
    let place = organization.isEmpty ? entry.organizationId : organization
    guard !place.isEmpty else { return nil }
    return switch entry.kind {
    case "organization": .organization(entry.id)
    case "workspace": .organization(place, "workspaces", entry.id)
    case "api_key": .organization(place, "keys", entry.id)
    case "user": .organization(place, "users", entry.id)
    case "invite": .organization(place, "users")
    case "admin_key": .organization(place, "admin-keys")
    default: nil
    }
  }
}
