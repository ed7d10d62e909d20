public import AdminProtos
public import Store

extension Organizations {
  /// Deletes an organization and, by the rules of `OrganizationCascade`, everything that belongs
  /// to it.
  ///
  /// To see what it would delete, call it in a dry run. There nothing is lost, so the request needs
  /// no confirmation.
  public static func delete(
    _ request: DeleteOrganizationRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> DeleteOrganizationResponse {
    let id = request.id
    try checkID(id)
    try access.require(.deleteOrganizations, at: .organization(id), of: "organization", id)
    let name = try AdminSchema.organizations.require(id, in: tx).record.name
    if !request.dryRun { try check(request.confirmName, against: name) }

    var counts: [String: UInt32] = [:]
    for rule in OrganizationCascade.rules {
      let count = try rule.delete(id, &tx)
      if let noun = rule.noun, count > 0 { counts[noun.asField] = UInt32(clamping: count) }
    }
    try AdminSchema.organizations.delete(id, ifMatch: request.ifMatch, in: &tx)
    counts[AdminSchema.organizations.noun.asField] = 1
    return DeleteOrganizationResponse(
      id: id, type: "organization_deleted", name: name, deleted: counts,
      dryRun: request.dryRun)
  }

  private static func check(_ confirmation: String, against name: String) throws {
    guard confirmation != name else { return }
    var violations = Violations()
    violations.add(
      "confirm_name", "MISMATCH",
      "must be the organization's exact name, \"\(name)\": everything in it is deleted too")
    try violations.check()
  }
}

extension String {
  /// The noun as a field name, such as `api_key`.
  fileprivate var asField: String { String(map { $0 == " " ? "_" : $0 }) }
}
