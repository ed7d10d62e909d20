internal import AdminProtos
internal import GoogleProtos

extension CreateWorkspaceRequest {
  /// Creates the request for a workspace that a manifest desires and that doesn't exist.
  init(_ object: WorkspaceObject, in organization: String) throws {
    try self.init(fieldsOf: object)
    organizationId = organization
    tags = try object.tagTexts ?? [:]
  }
}

extension UpdateWorkspaceRequest {
  /// Creates the request that makes a workspace what a manifest desires. The manifest's tags replace
  /// the workspace's tags, if the manifest has any.
  init(_ object: WorkspaceObject, over workspace: Workspace) throws {
    try self.init(fieldsOf: object)
    id = workspace.id
    if let texts = try object.tagTexts {
      tags = texts
      removeTags = Set(workspace.tags.keys).subtracting(texts.keys).sorted()
    }
  }

  /// Returns whether the request alters the workspace.
  func makesDifference(to workspace: Workspace) throws -> Bool {
    var violations = Violations()
    var changed = workspace
    changed.apply(self, into: &violations)
    try violations.check()
    return changed != workspace
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
}
