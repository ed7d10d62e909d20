import AdminModel
import AdminProtos
import AdminServices

extension MethodProbe {
  static let keys: [MethodProbe] = [
    .of("keys.v1.Keys/Issue", .workspaces) {
      try await $0.clients.keys.issue($0.issueRequest())
    },
    .of("keys.v1.Keys/Register", .workspaces) {
      let name = $0.freshName()
      return try await $0.clients.keys.register(
        RegisterKeyRequest(
          id: "apikey_" + name + String(repeating: "y", count: 24 - name.count),
          value: "sk-ant-api03-\(name)-and-some-more-of-the-key", workspaceId: $0.place.workspace))
    },
    .of("keys.v1.Keys/Get", .keys) {
      try await $0.clients.keys.get(GetKeyRequest(id: $0.place.issuedKey))
    },
    .showing("keys.v1.Keys/List", .keys) {
      let place = $0.place
      let found = try await $0.clients.keys.list(
        ListKeysRequest(
          organizationId: place.organization, limit: 1000, workspaceId: place.workspace))
      return found.data.map(\.id).contains(place.issuedKey)
    },
    .of("keys.v1.Keys/Summary", .workspaces) {
      try await $0.clients.keys.summary(
        KeySummaryRequest(
          organizationId: $0.place.organization, workspaceId: $0.place.workspace))
    },
    .of("keys.v1.Keys/Usage", .keys) {
      try await $0.clients.keys.usage(KeyUsageRequest(id: $0.place.issuedKey))
    },
    .of("keys.v1.Keys/Update", .keys) {
      try await $0.clients.keys.update(
        UpdateKeyRequest(id: $0.place.issuedKey, name: $0.freshName()))
    },
    .of("keys.v1.Keys/Link", .keys) {
      try await $0.clients.keys.link(
        LinkKeyRequest(id: $0.place.issuedKey, userId: $0.owner ?? $0.place.worker))
    },
    .of("keys.v1.Keys/Rotate", .keys) {
      try await $0.clients.keys.rotate(RotateKeyRequest(id: $0.place.issuedKey))
    },
    .of("keys.v1.Keys/Revoke", .keys) {
      let id = try await $0.freshKey().key?.id
      return try await $0.clients.keys.revoke(RevokeKeyRequest(id: id ?? ""))
    },
    .showing("keys.v1.Keys/Verify", .keys) {
      let secret = try await $0.freshKey().secret
      return try await $0.clients.keys.verify(VerifyKeyRequest(secret: secret)).valid
    },
    .of("keys.v1.Keys/Reveal", .keys) {
      try await $0.clients.keys.reveal(RevealKeyRequest(id: $0.place.registeredKey))
    },
  ]
}

extension Attempt {
  fileprivate func issueRequest() -> IssueKeyRequest {
    IssueKeyRequest(workspaceId: place.workspace, name: freshName())
  }

  /// The user who owns the key of the attempt, if that is the caller.
  fileprivate var owner: String? { relation == .mine ? caller.user : nil }

  fileprivate func freshKey() async throws -> IssuedKey {
    guard relation != .nowhere else {
      return IssuedKey(
        key: ApiKey(id: place.issuedKey), secret: SecretText(prefix: Keys.prefix).text)
    }
    var request = issueRequest()
    request.userId = owner ?? ""
    return try await maker.keys.issue(request)
  }
}

extension Clients {
  var keys: KeysClient { KeysClient(channel) }
}
