import HTTPTypes

extension HTTPField.Name {
  /// In a request, which of the client's organizations is meant; in an answer, which one was.
  static let organizationID = Self("anthropic-organization-id")!
  /// The version of the Admin API that the client speaks.
  static let apiVersion = Self("anthropic-version")!
}
