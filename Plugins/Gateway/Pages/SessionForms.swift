import AdminProtos
import AdminServices
import HTTPTypes
import Hummingbird
import IPC
import PluginKit
import Status
import WebProtos

/// The handling of the forms with which sessions begin, continue and end.
struct SessionForms: Sendable {
  private static let maximumKeyLength = 100

  private let auth: AuthClient
  private let plugin: PagePlugin

  init(host: any IPC.Channel, plugin: PagePlugin) {
    (auth, self.plugin) = (AuthClient(host), plugin)
  }

  /// Does what a form asks for. If it is refused, the plugin shows the form again.
  ///
  /// - Parameter request: The request with the fields of the form. It never reaches the plugin.
  func respond(
    to form: SessionForm, _ request: PageRequest, label: String, for session: inout PageSession
  ) async throws -> Response {
    let next = PagePath.next(request.form["next"])
    do {
      switch form {
      case .logout: return try await logOut(of: &session)
      case .confirm: return try await confirm(request, next: next, for: &session)
      case .login, .claim, .invite, .reset:
        let tokens = try await tokens(
          of: form, request.form, NewSession(label: label), session.anonymousOptions)
        // A repeated form may succeed without another session. The browser has the first one.
        guard let tokens else { return .seeOther(next) }
        session.begin(tokens)
        return .seeOther(PagePath.entered(next: next))
      }
    } catch let status as Status {
      guard let refusal = FormRefusal(status, of: form, request.form) else { throw status }
      return try await refused(refusal, form, request, next: next, for: &session)
    }
  }

  private func tokens(
    of form: SessionForm, _ fields: PageFields, _ new: NewSession, _ options: CallOptions
  ) async throws -> SessionTokens? {
    var options = options
    if form != .login { options.idempotencyKey = Self.idempotencyKey(fields) }
    switch form {
    case .claim:
      let request = ClaimRequest(
        organizationName: fields["organization"], name: fields["name"], email: fields["email"],
        password: fields["password"], code: fields["code"], withoutAdminKey: true, newSession: new)
      return try await auth.claim(request, options: options).session
    case .invite:
      let request = AcceptInviteRequest(
        token: fields["token"], name: fields["name"], password: fields["password"], newSession: new)
      return try await auth.acceptInvite(request, options: options).session
    case .reset:
      let request = ResetPasswordRequest(
        token: fields["token"], password: fields["password"], newSession: new)
      return try await auth.resetPassword(request, options: options).session
    case .login, .logout, .confirm:
      let request = LoginRequest(
        email: fields["email"], password: fields["password"], label: new.label)
      return try await auth.login(request, options: options)
    }
  }

  private func logOut(of session: inout PageSession) async throws -> Response {
    try await session.logOut()
    var response = Response.seeOther(PagePath.root)
    response.headers[.clearSiteData] = "\"cache\", \"prefetchCache\""
    return response
  }

  private func confirm(
    _ request: PageRequest, next: String, for session: inout PageSession
  ) async throws -> Response {
    let password = ConfirmPasswordRequest(password: request.form["password"])
    let confirmed = try await session.call { options in
      try await auth.confirmPassword(password, options: options)
    }
    if confirmed != nil { return .seeOther(next) }
    let shown = try request.showing(next)
    return try Response(try await plugin.show(shown, anonymouslyFor: session))
  }

  /// Returns the page with the form that was refused.
  private func refused(
    _ refusal: FormRefusal, _ form: SessionForm, _ request: PageRequest, next: String,
    for session: inout PageSession
  ) async throws -> Response {
    var shown = request
    if form == .confirm { shown = try request.showing(next) }
    shown.form = []
    shown.refusal = refusal
    var page =
      form == .confirm
      ? try await plugin.show(shown, for: &session)
      : try await plugin.show(shown, anonymouslyFor: session)
    // A page that says something else, such as that the session has ended, keeps its status.
    let saysSo = [200, 422, 429].contains(page.status) || page.status == 401 && form != .confirm
    if saysSo { page.status = refusal.pageStatus }
    var response = try Response(page)
    if refusal.retryAfterS > 0 { response.headers[.retryAfter] = "\(refusal.retryAfterS)" }
    return response
  }

  /// Returns the key in the form, so that a form that is sent twice takes effect once.
  private static func idempotencyKey(_ fields: PageFields) -> String {
    let key = fields["key"]
    return (1...maximumKeyLength).contains(key.unicodeScalars.count)
      ? key : RequestID().description
  }
}

extension PageRequest {
  /// Returns the same request without a form, for another page.
  fileprivate func showing(_ target: String) throws(PageFault) -> PageRequest {
    var request = self
    request.path = PagePath.path(of: target)
    request.query = try PageFields(decoding: PagePath.query(of: target))
    request.form = []
    return request
  }
}

extension HTTPField.Name {
  fileprivate static let clearSiteData = Self("clear-site-data")!
}
