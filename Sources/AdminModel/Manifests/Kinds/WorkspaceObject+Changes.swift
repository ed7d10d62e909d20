internal import AdminProtos
internal import GoogleProtos

extension WorkspaceDraft {
  /// Creates the draft of a workspace that a manifest desires and that doesn't exist.
  init(_ object: WorkspaceObject, in organization: String) throws {
    self.init(
      organization: organization, name: object.name,
      displayColor: object.displayColor.isEmpty ? nil : object.displayColor,
      tags: try object.tagTexts ?? [:], dataResidency: object.residency)
  }
}

extension WorkspaceChanges {
  /// Creates the changes that make a workspace what a manifest desires. The manifest's tags replace
  /// the workspace's tags, if the manifest has any.
  init(_ object: WorkspaceObject, over record: WorkspaceRecord) throws {
    let tags = try object.tagTexts
    self.init(
      name: object.name.isEmpty ? nil : object.name,
      displayColor: object.displayColor.isEmpty ? nil : object.displayColor,
      tagsToSet: tags ?? [:],
      tagsToRemove: tags.map { Set(record.tags.keys).subtracting($0.keys) } ?? [],
      dataResidency: object.residency)
  }

  /// Returns whether these changes alter the record.
  func makeDifference(to record: WorkspaceRecord) throws -> Bool {
    var violations = Violations()
    let changed = applied(to: record, into: &violations)
    try violations.check()
    return changed != record
  }
}

extension WorkspaceObject {
  /// The tags; nil where the manifest has none.
  fileprivate var tagTexts: [String: String]? {
    get throws {
      guard let tags else { return nil }
      var violations = Violations()
      let texts = tags.fields.mapValues { value -> String? in
        guard case .stringValue(let text) = value.kind else { return nil }
        return text
      }
      for key in texts.keys.sorted() where texts[key] == .some(nil) {
        violations.add("tags.\(key.shortened)", "NOT_A_TEXT", "must be a string; put it in quotes")
      }
      try violations.check()
      return texts.compactMapValues { $0 }
    }
  }

  /// The data residency in the manifest; nil where it has none.
  fileprivate var residency: DataResidencyRecord? {
    let residency = DataResidencyRecord(
      workspaceGeo: workspaceGeo, allowedInferenceGeos: allowedInferenceGeos,
      defaultInferenceGeo: defaultInferenceGeo)
    return residency == DataResidencyRecord() ? nil : residency
  }
}
