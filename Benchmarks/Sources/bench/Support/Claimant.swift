import AdminProtos

/// The person who claims an installation, and logs in.
enum Claimant {
  static let organization = "Claimed"
  static let (email, password) = ("ada@example.com", "correct horse battery staple")
  static let claim = ClaimRequest(
    organizationName: organization, name: "Ada", email: email, password: password)
  static let login = LoginRequest(email: email, password: password)
}
