internal import StewardProtos

extension OrganizationRecord {
  /// What a manifest can say of it, by field.
  fileprivate var manifestFields: [String: String] { ["name": name] }

  /// What changed since the record was another, or what it came with.
  func changes(since former: OrganizationRecord?) -> [FieldChange] {
    FieldChange.between(former?.manifestFields ?? [:], manifestFields)
  }
}

extension WorkspaceRecord {
  fileprivate var manifestFields: [String: String] {
    var fields = [
      "name": name, "display_color": displayColor,
      "workspace_geo": dataResidency?.workspaceGeo ?? "",
      "allowed_inference_geos": dataResidency?.allowedInferenceGeos.joined(separator: ", ") ?? "",
      "default_inference_geo": dataResidency?.defaultInferenceGeo ?? "",
    ]
    if archivedAt != nil { fields["archived"] = "true" }
    for (key, value) in tags { fields["tags.\(key)"] = value }
    return fields
  }

  /// What changed since the record was another, or what it came with.
  func changes(since former: WorkspaceRecord?) -> [FieldChange] {
    FieldChange.between(former?.manifestFields ?? [:], manifestFields)
  }
}

extension FieldChange {
  /// The fields that differ, in the order of their names, the name itself first.
  fileprivate static func between(_ old: [String: String], _ new: [String: String]) -> [FieldChange]
  {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
      .sorted { ($0 == "name" ? "" : $0) < ($1 == "name" ? "" : $1) }
      .map { FieldChange(field: $0, before: old[$0] ?? "", after: new[$0] ?? "") }
  }
}
