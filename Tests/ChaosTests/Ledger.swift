import AdminProtos
import Synchronization

/// What one client was promised: everything that was acknowledged, and nothing else.
struct Ledger: Sendable {
  struct Workspace: Hashable, Sendable {
    var name: String
    var isArchived = false
  }

  struct Organization: Hashable, Sendable {
    var name: String
    var defaultWorkspace: String
    var workspaces: [String: Workspace] = [:]

    var inUse: Int { workspaces.values.count { !$0.isArchived } }
  }

  var organizations: [String: Organization] = [:]
  /// Every id that was ever handed out, with what it was for.
  var createdOrganizations: [String] = []
  var createdWorkspaces: [String] = []
  var deletions: [String] = []
  var archivings: [String] = []
  var acknowledged = 0

  /// What several clients were promised, together; each has organizations of its own.
  static func + (a: Ledger, b: Ledger) -> Ledger {
    var sum = a
    sum.organizations.merge(b.organizations) { first, _ in first }
    sum.createdOrganizations += b.createdOrganizations
    sum.createdWorkspaces += b.createdWorkspaces
    sum.deletions += b.deletions
    sum.archivings += b.archivings
    sum.acknowledged += b.acknowledged
    return sum
  }
}
