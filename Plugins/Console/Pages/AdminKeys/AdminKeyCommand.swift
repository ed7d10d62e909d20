/// A command line that calls the Admin API with an admin key. The key is in a variable of the
/// shell, so that the command can be kept and shown to others.
struct AdminKeyCommand: Sendable {
  /// The origin at which the gateway is reached.
  let origin: String

  var text: String {
    "curl \(origin)/v1/organizations/me -H \"x-api-key: $STEWARD_ADMIN_KEY\" "
      + "-H \"anthropic-version: 2023-06-01\""
  }
}
