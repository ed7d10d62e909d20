extension Operation {
  static let login = Operation(
    id: "logIn", tag: "Sessions", summary: "Starts a session, and stores it in cookies.",
    body: .object(
      .init("email", .string), .init("password", .string),
      .init("label", .string, isRequired: false)
    ).named("Login"), response: .session, needsCredential: false)
  static let refresh = Operation(
    id: "refreshSession", tag: "Sessions",
    summary: "Refreshes the session in the cookies, and replaces the cookies.", response: .session,
    needsCredential: false)
  static let logout = Operation(
    id: "logOut", tag: "Sessions", summary: "Ends the session in the cookies.",
    response: .object(), needsCredential: false)
  static let whoami = Operation(
    id: "getIdentity", tag: "Sessions", summary: "Returns the caller's identity.", response: .any)
}

extension Schema {
  /// The schema of what a browser may know of its session.
  fileprivate static let session = Schema.object(
    .init("session_id", .string), .init("user_id", .string), .init("access_expires_at", .dateTime),
    .init("refresh_expires_at", .dateTime)
  ).named("BrowserSession")
}
