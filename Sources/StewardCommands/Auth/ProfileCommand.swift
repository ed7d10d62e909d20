internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth profile`.
struct ShowProfile: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Show your profile, or change only the given fields of it.",
    discussion: """
      Needs --session or --token-file. Your name is the same in every organization. An empty text \
      takes a choice back.
      """)

  @Option(help: "Your new name, 1 to 100 characters.")
  var name: String?

  @Option(help: ArgumentHelp("Your language, such as ja or en-GB.", valueName: "tag"))
  var language: String?

  @Option(help: ArgumentHelp("Your time zone, such as Asia/Tokyo.", valueName: "zone"))
  var timeZone: String?

  @Option(help: "The colours of pages: light or dark.")
  var theme: String?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  /// It shows or changes what belongs to a user, so it needs an installation that exists.
  var makesInstallation: Bool { false }

  func report(over channel: any Channel) async throws -> Report {
    let auth = AuthClient(channel)
    if [name, language, timeZone, theme].contains(where: { $0 != nil }) {
      let profile = try await auth.updateProfile(
        UpdateProfileRequest(name: name, language: language, timeZone: timeZone, theme: theme),
        options: changeOptions)
      return try Report(of: profile, id: "")
    }
    let identity = try await auth.whoAmI(WhoAmIRequest(), options: callOptions)
    guard let profile = identity.profile else {
      throw UsageError("You call as no user, and have no profile. Add --session.")
    }
    return try Report(of: profile, id: identity.id)
  }
}
