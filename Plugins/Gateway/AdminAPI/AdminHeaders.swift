import HTTPTypes

extension HTTPField.Name {
  /// In a request: the organization that the client means. In a response: the organization in which
  /// the client acted.
  static let organizationID = Self("anthropic-organization-id")!
  /// In the response that creates an invite: the token that accepts it. This header is Steward's
  /// own, and not part of the Admin API.
  static let inviteToken = Self("steward-invite-token")!
  /// The version of the Admin API that the client speaks.
  static let apiVersion = Self("anthropic-version")!
}
