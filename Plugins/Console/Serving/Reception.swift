import AdminProtos
import AdminServices
import HTML
import IPC
import IPCProtos
import Platform
import Status
import WebProtos

/// A request before it is known who makes it. It becomes a visit if the person is logged in, and
/// else leads to the way in.
struct Reception: Sendable {
  let request: PageRequest
  let console: Console
  let settings: Settings
  private let options = CallOptions(timeout: .seconds(5))

  init(_ request: PageRequest, console: Console) {
    self.request = request
    self.console = console
    settings = Settings(cookie: request.settings).choosing(Fields(request.query))
  }

  /// Returns the visit of the person; nil without a session, or if the address is a way in.
  func visit() async throws -> Visit? {
    guard !WayIn.paths.contains(request.path), CallContext.current?.principal?.kind == .user
    else { return nil }
    let identity = try await AuthClient(console.host).whoAmI(WhoAmIRequest(), options: options)
    let language = language(of: identity.profile)
    return Visit(
      viewer: Viewer(identity, language: language, settings: settings), request: request,
      values: [:], query: Fields(request.query), form: Fields(request.form), host: console.host,
      keys: console.keys, now: WallClock.seconds)
  }

  /// Responds to a person who is not logged in.
  func wayIn() async throws -> PageResponse {
    let installation = try await AuthClient(console.host).getInstallation(
      GetInstallationRequest(), options: options)
    return way.response(isClaimed: installation.claimed)
  }

  /// Responds with the login form to a person whose session has ended.
  func login() -> PageResponse { way.response(isClaimed: true, sessionEnded: true) }

  /// Responds with a page that says why there is no other, in the shell if it is known who asks.
  func problem(_ status: Status) async -> PageResponse {
    // With a plugin that doesn't respond, asking again would only take longer.
    guard ![.unavailable, .deadlineExceeded].contains(status.code), let visit = try? await visit()
    else { return ProblemPage(status: status).response(in: frame) }
    // What isn't there is in no organization, whatever its address says.
    let values = status.code == .notFound ? nil : console.routes.route(of: request.path)?.1
    return ProblemPage(status: status)
      .response(to: visit.at(values ?? [:]), assets: console.assets)
  }

  private var way: WayIn {
    WayIn(request: request, language: language(of: nil), frame: frame)
  }

  private var frame: Frame {
    Frame(language: language(of: nil), theme: settings.theme, assets: console.assets)
  }

  private func language(of profile: Profile?) -> Language {
    .chosen(
      account: profile?.language ?? "", settings: settings.language,
      acceptLanguage: request.acceptLanguage)
  }
}
