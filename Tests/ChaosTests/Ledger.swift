import AdminProtos
import Synchronization

/// The acknowledged changes of one client, and nothing else.
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
  /// The ids of all acknowledged changes, one list for each kind of change.
  var createdOrganizations: [String] = []
  var createdWorkspaces: [String] = []
  var deletions: [String] = []
  var archivings: [String] = []
  var acknowledged = 0

  /// Returns the acknowledged changes of several clients together. Each client has organizations of
  /// its own.
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
