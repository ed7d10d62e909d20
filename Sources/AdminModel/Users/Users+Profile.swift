public import AdminProtos
internal import ProtobufRuntime
public import Store

extension Users {
  private static let themes = ["light", "dark"]

  /// Changes the fields of the caller's own profile that the request sets.
  public static func updateProfile(
    _ request: UpdateProfileRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Profile {
    guard let id = access.user, access.isUser(id) else {
      throw AdminError.denied(
        message: "Only a user has a profile. Call this with the access token of a session.")
    }
    try check(request)
    let now = tx.now
    return try AdminSchema.users.update(id, in: &tx) { record in
      var changed = record
      changed.name = request.name ?? record.name
      changed.language = request.language ?? record.language
      changed.timeZone = request.timeZone ?? record.timeZone
      changed.theme = request.theme ?? record.theme
      guard changed != record else { return }
      changed.updatedAt = now
      record = changed
    }.record.profile
  }

  private static func check(_ request: UpdateProfileRequest) throws {
    var violations = Violations()
    if let name = request.name { violations.checkName(name, limit: nameLimit) }
    if let language = request.language, !language.isEmpty, !LanguageTag.isWellFormed(language) {
      violations.add(
        "language", "MALFORMED_LANGUAGE",
        "must be a language tag of at most \(LanguageTag.maximumLength) characters, such as ja or "
          + "en-GB, not \"\(language.asRefused)\"")
    }
    if let zone = request.timeZone, !zone.isEmpty, !TimeZoneName.isWellFormed(zone) {
      violations.add(
        "time_zone", "MALFORMED_TIME_ZONE",
        "must be the name of a time zone, such as Asia/Tokyo, not \"\(zone.asRefused)\"")
    }
    if let theme = request.theme, !theme.isEmpty, !themes.contains(theme) {
      violations.add(
        "theme", "UNKNOWN_THEME", "must be light or dark, not \"\(theme.asRefused)\"")
    }
    try violations.check()
  }
}

extension UserRecord {
  /// What the user has set for themselves, as the user sees it.
  var profile: Profile {
    Profile(name: name, language: language, timeZone: timeZone, theme: theme)
  }
}
