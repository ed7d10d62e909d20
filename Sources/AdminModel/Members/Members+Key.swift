internal import AdminProtos
internal import GoogleProtos
internal import Store

extension Members {
  /// How many keys a refusal lists.
  private static let candidates: Int32 = 10

  /// Makes a new member the owner of a key that has no owner.
  ///
  /// The refusal of any other key lists the existing ones, since an id is easily confused with
  /// another id or with the secret itself. For the same reason the refusal doesn't repeat the given
  /// text.
  static func give(
    key id: String, to member: Member, by access: Access, in tx: inout WriteTransaction
  ) throws {
    let organization = member.membership.organizationId
    guard AdminKind.key.matches(id),
      let key = try AdminSchema.keys.get(id, in: tx)?.record.key,
      key.organizationId == organization, isFree(key, at: tx.now)
    else { throw try noSuchKey(in: organization, by: access, tx) }
    _ = try Keys.link(LinkKeyRequest(id: id, userId: member.user.id), by: access, in: &tx)
  }

  private static func isFree(_ key: ApiKey, at now: GoogleTimestamp) -> Bool {
    let isUsable = [.active, .inactive].contains(KeyStatus(of: key, at: now))
    return isUsable && key.userId.isEmpty
  }

  private static func noSuchKey(
    in organization: String, by access: Access, _ tx: borrowing WriteTransaction
  ) throws -> AdminError {
    let page = try Keys.list(
      ListKeysRequest(
        organizationId: organization, limit: candidates, statuses: [KeyStatus.active.rawValue]),
      by: access, in: tx)
    let lines = try page.data.map { try line(for: $0, tx) }
    let advice =
      lines.isEmpty
      ? ["It has no active key. Issue one, or leave key_id out."]
      : ["Its active keys are:"] + lines + (page.hasMore ? ["  and more. List its keys."] : [])
    return .refused(
      reason: "KEY_NOT_LINKABLE",
      message: (["key_id must be a usable key of organization \(organization) without an owner."]
        + advice).joined(separator: "\n"))
  }

  private static func line(
    for key: ApiKey, _ tx: borrowing WriteTransaction
  ) throws -> String {
    let owner = try key.userId.isEmpty ? nil : AdminSchema.users.get(key.userId, in: tx)?.record
    return "  \(key.id)  \(key.partialKeyHint)  \(owner.map { "of \($0.email)" } ?? "no owner")"
  }
}
