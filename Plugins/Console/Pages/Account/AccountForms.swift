import AdminProtos
import AdminServices
import HTML
import WebProtos

/// Changes the person's profile.
struct ProfileForm: FormPage {
  let visit: Visit

  func content() async throws -> PageContent { try await AccountPage(visit: visit).content() }

  func content(after refusal: Refusal) async throws -> PageContent {
    try await AccountPage(visit: visit).content((.profile, refusal))
  }

  func submit() async throws -> FormOutcome {
    _ = try await AuthClient(visit.host).updateProfile(
      UpdateProfileRequest(
        name: visit.form.trimmed("name"), language: visit.form["language"],
        timeZone: visit.form.trimmed("time_zone"), theme: visit.form["theme"]),
      options: visit.changing("profile"))
    return .done(Address("/console/account").marking(nil, .saved))
  }
}

/// Changes the person's password, which ends their other sessions.
struct PasswordForm: FormPage {
  let visit: Visit

  func content() async throws -> PageContent { try await AccountPage(visit: visit).content() }

  func content(after refusal: Refusal) async throws -> PageContent {
    try await AccountPage(visit: visit).content((.password, refusal))
  }

  func submit() async throws -> FormOutcome {
    _ = try await AuthClient(visit.host).changePassword(
      ChangePasswordRequest(
        currentPassword: visit.form["current_password"], newPassword: visit.form["new_password"]),
      options: visit.changing("password"))
    return .done(Address("/console/account").marking(nil, .passwordChanged))
  }
}

/// Ends one session of the person, or all but the present one.
struct EndSessionForm: FormPage {
  let visit: Visit

  func content() async throws -> PageContent { try await AccountPage(visit: visit).content() }

  func content(after refusal: Refusal) async throws -> PageContent { try await content() }

  func submit() async throws -> FormOutcome {
    let sessions = SessionsClient(visit.host)
    if visit.request.path.hasSuffix("/others") {
      _ = try await sessions.revokeOthers(
        RevokeOtherSessionsRequest(), options: visit.changing("others"))
    } else {
      _ = try await sessions.revoke(
        RevokeSessionRequest(id: visit.form["id"]), options: visit.changing("end"))
    }
    return .done(Address("/console/account").marking(nil, .sessionEnded))
  }
}

/// Changes what this browser remembers.
struct BrowserForm: FormPage {
  let visit: Visit

  func content() async throws -> PageContent { try await AccountPage(visit: visit).content() }

  func content(after refusal: Refusal) async throws -> PageContent { try await content() }

  func submit() async throws -> FormOutcome {
    var settings = visit.viewer.settings
    settings.hasShortcuts = visit.form.isOn("shortcuts")
    return .remembered(settings, Address("/console/account").marking(nil, .saved))
  }
}
