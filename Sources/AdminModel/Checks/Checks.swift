internal import AdminProtos
public import Store

/// The search of the whole store for inconsistencies.
public enum Checks {
  /// Something in the store that is not as it should be.
  public struct Finding: Sendable, Hashable {
    /// "counter", "reference" or "super_admins".
    public let check: String
    public let message: String
    public let remedy: String
    /// Whether the state is possible, but still worth a look.
    public let isWarning: Bool
  }

  /// The number of records that were checked, and the findings.
  public struct Result: Sendable, Hashable {
    public var records = 0
    public var findings: [Finding] = []
  }

  /// Compares the store's counters with the records, and follows every reference.
  public static func run(by access: Access, in tx: borrowing ReadTransaction) throws -> Result {
    try access.require(.check, at: .installation, of: "check", "")
    var result = Result()
    for table in AdminSchema.tables {
      result.records += try table.count(in: tx)
      result.findings += try table.recount(in: tx).map(Finding.init)
    }
    for rule in ReferenceRule.all { result.findings += try rule.dangling(tx).map(Finding.init) }
    result.findings += try SuperAdmins.withoutMembership(in: tx).map(Finding.init(superAdmin:))
    return result
  }
}

extension Checks.Finding {
  fileprivate init(_ mismatch: CounterMismatch) {
    self.init(
      check: "counter",
      message: "\(mismatch.counter) says \(mismatch.stored), but there are \(mismatch.actual).",
      remedy: "Export, import into a new data directory with the same master key, and use that. An "
        + "import counts the records again.",
      isWarning: false)
  }

  fileprivate init(_ reference: DanglingReference) {
    self.init(
      check: "reference",
      message: "The \(reference.noun) \(reference.resource) refers to the \(reference.target) "
        + "\"\(reference.key)\", which doesn't exist.",
      remedy: "Restore the last good backup. To see the latest changes: steward audit list",
      isWarning: false)
  }

  fileprivate init(superAdmin user: UserRecord) {
    self.init(
      check: "super_admins",
      message: "User \(user.id) (\(user.email)) is a super admin but in no organization, so no "
        + "list of members shows the user.",
      remedy: "Remove the rights: steward users update \(user.id) --no-super-admin "
        + "--everywhere; or invite the user to an organization: steward users invite "
        + "\(user.email)",
      isWarning: true)
  }
}
