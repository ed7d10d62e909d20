public import AdminProtos

/// The fields of a workspace that an update sets. Fields that are nil or empty stay as they are.
public struct WorkspaceChanges: Sendable, Hashable {
  public var name: String?
  /// In the form "#RRGGBB".
  public var displayColor: String?
  /// Tags to add. They replace existing tags with the same keys.
  public var tagsToSet: [String: String]
  /// Keys that don't exist are no error.
  public var tagsToRemove: Set<String>
  public var dataResidency: DataResidencyRecord?

  public init(
    name: String? = nil, displayColor: String? = nil, tagsToSet: [String: String] = [:],
    tagsToRemove: Set<String> = [], dataResidency: DataResidencyRecord? = nil
  ) {
    self.name = name
    self.displayColor = displayColor
    self.tagsToSet = tagsToSet
    self.tagsToRemove = tagsToRemove
    self.dataResidency = dataResidency
  }

  /// Returns the record with these changes. Adds what breaks a rule to `violations`.
  func applied(to record: WorkspaceRecord, into violations: inout Violations) -> WorkspaceRecord {
    var record = record
    if let name {
      violations.checkName(name, limit: Workspaces.nameLimit)
      record.name = name
    }
    if let displayColor {
      record.displayColor = violations.checkColor(displayColor)
    }
    record.tags = tags(over: record.tags, into: &violations)
    if let dataResidency, let current = record.dataResidency {
      record.dataResidency = DataResidencyRules.updated(
        current, by: dataResidency, into: &violations)
    }
    return record
  }

  private func tags(
    over current: [String: String], into violations: inout Violations
  ) -> [String: String] {
    TagRules.check(tagsToSet, field: "tags", into: &violations)
    for key in tagsToRemove.sorted() where tagsToSet[key] != nil {
      violations.add("remove_tags", "EXCLUSIVE", "\"\(key.shortened)\" is also in tags")
    }
    let tags = current.filter { !tagsToRemove.contains($0.key) }
      .merging(tagsToSet) { _, new in new }
    TagRules.checkCount(tags.count, field: "tags", into: &violations)
    return tags
  }
}
