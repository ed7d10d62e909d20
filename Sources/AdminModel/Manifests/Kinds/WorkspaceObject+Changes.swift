internal import AdminProtos
internal import GoogleProtos

extension WorkspaceDraft {
  /// A workspace that a manifest wishes for and that isn't there.
  init(_ object: WorkspaceObject, in organization: String) throws {
    self.init(
      organization: organization, name: object.name,
      displayColor: object.displayColor.isEmpty ? nil : object.displayColor,
      tags: try object.tagTexts ?? [:], dataResidency: object.residency)
  }
}

extension WorkspaceChanges {
  /// What makes a workspace as a manifest wishes. Its tags become those of the manifest, if that names any.
  init(_ object: WorkspaceObject, over record: WorkspaceRecord) throws {
    let tags = try object.tagTexts
    self.init(
      name: object.name.isEmpty ? nil : object.name,
      displayColor: object.displayColor.isEmpty ? nil : object.displayColor,
      tagsToSet: tags ?? [:],
      tagsToRemove: tags.map { Set(record.tags.keys).subtracting($0.keys) } ?? [],
      dataResidency: object.residency)
  }

  /// Whether the record is another one with these changes.
  func makeDifference(to record: WorkspaceRecord) throws -> Bool {
    var violations = Violations()
    let changed = applied(to: record, into: &violations)
    try violations.check()
    return changed != record
  }
}

extension WorkspaceObject {
  /// The tags; nil where the manifest doesn't speak of them.
  fileprivate var tagTexts: [String: String]? {
    get throws {
      guard let tags else { return nil }
      var violations = Violations()
      let texts = tags.fields.mapValues { value -> String? in
        guard case .stringValue(let text) = value.kind else { return nil }
        return text
      }
      for key in texts.keys.sorted() where texts[key] == .some(nil) {
        violations.add("tags.\(key.shortened)", "NOT_A_TEXT", "must be a text; put it in quotes")
      }
      try violations.check()
      return texts.compactMapValues { $0 }
    }
  }

  /// What the manifest says of the places; nil where it says nothing.
  fileprivate var residency: DataResidencyRecord? {
    let residency = DataResidencyRecord(
      workspaceGeo: workspaceGeo, allowedInferenceGeos: allowedInferenceGeos,
      defaultInferenceGeo: defaultInferenceGeo)
    return residency == DataResidencyRecord() ? nil : residency
  }
}
