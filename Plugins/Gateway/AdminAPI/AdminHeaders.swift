import HTTPTypes

extension HTTPField.Name {
  /// In a request, which of the client's organizations is meant; in an answer, which one was.
  static let organizationID = Self("anthropic-organization-id")!
  /// With the answer that makes an invite: the token by which it is accepted. Of ours, beside the Admin API.
  static let inviteToken = Self("steward-invite-token")!
  /// The version of the Admin API that the client speaks.
  static let apiVersion = Self("anthropic-version")!
}
