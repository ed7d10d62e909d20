internal import AdminProtos

extension Workspace {
  /// Creates the workspace that a request describes. Adds what breaks a rule to `violations`.
  init(_ request: CreateWorkspaceRequest, into violations: inout Violations) {
    self.init(
      organizationId: request.organizationId, name: request.name,
      displayColor: violations.checkColor(request.displayColor ?? Workspaces.defaultColor),
      tags: request.tags,
      dataResidency: DataResidencyRules.created(request.dataResidency, into: &violations))
    violations.checkID(organizationId, of: .organization, field: "organization_id")
    violations.checkName(name, limit: Workspaces.nameLimit)
    TagRules.check(tags, field: "tags", into: &violations)
    TagRules.checkCount(tags.count, field: "tags", into: &violations)
  }

  /// Changes the fields that the request sets. Adds what breaks a rule to `violations`.
  mutating func apply(_ request: UpdateWorkspaceRequest, into violations: inout Violations) {
    if let name = request.name {
      violations.checkName(name, limit: Workspaces.nameLimit)
      self.name = name
    }
    if let color = request.displayColor { displayColor = violations.checkColor(color) }
    tags = tags(after: request, into: &violations)
    if let residency = request.dataResidency, let current = dataResidency {
      dataResidency = DataResidencyRules.updated(current, by: residency, into: &violations)
    }
  }

  private func tags(
    after request: UpdateWorkspaceRequest, into violations: inout Violations
  ) -> [String: String] {
    TagRules.check(request.tags, field: "tags", into: &violations)
    for key in Set(request.removeTags).sorted() where request.tags[key] != nil {
      violations.add("remove_tags", "EXCLUSIVE", "\"\(key.shortened)\" is also in tags")
    }
    // Keys to remove that don't exist are no error.
    let tags = tags.filter { !request.removeTags.contains($0.key) }
      .merging(request.tags) { _, new in new }
    TagRules.checkCount(tags.count, field: "tags", into: &violations)
    return tags
  }
}
