import AdminProtos
import AdminServices
import HTML
import IPC
import Status
import WebProtos

/// The pages for a person who is not logged in: the first run, the login, an invite, and a new
/// password. The gateway handles their forms, so that no plugin ever sees a token; when it refuses
/// one, it asks for the page again and says why.
struct WayIn: Sendable {
  static let paths: Set<String> = [
    "/console/login", "/console/claim", "/console/invite", "/console/reset",
  ]

  let request: PageRequest
  let language: Language
  let frame: Frame

  /// Responds with the page that leads in from this address.
  func response(isClaimed: Bool, sessionEnded: Bool = false) -> PageResponse {
    if request.isInsecure { return page(.noSession, status: 200) { noSession } }
    switch request.path {
    case "/console/invite": return page(.acceptInvite, status: status(200)) { invite }
    case "/console/reset": return page(.choosePassword, status: status(200)) { reset }
    default: break
    }
    guard isClaimed else { return page(.firstRun, status: status(200)) { firstRun } }
    return page(.logIn, status: status(401)) { login(sessionEnded) }
  }

  /// The status of the page: that of its refused form, or the usual one.
  private func status(_ usual: UInt32) -> UInt32 {
    switch request.refusal?.code {
    case nil: usual
    case "UNAUTHENTICATED": 401
    case "RESOURCE_EXHAUSTED": 429
    default: 422
    }
  }

  private func page(
    _ title: Phrase, status: UInt32, @MarkupBuilder content: () -> Markup
  ) -> PageResponse {
    let content = content()
    let page = frame.page(title: text(title)) {
      header(.class("top")) {
        span(.class("brand")) { "Steward" }
        languages
      }
      main(.id("main"), .class("narrow"), .tabindex(-1)) {
        h1 { text(title) }
        content
      }
    }
    return .page(page, status: status)
  }

  /// The links to the other language. The settings cookie remembers it.
  private var languages: Markup {
    nav(.class("languages"), .ariaLabel(text(.language))) {
      for one in Language.allCases {
        a(
          .href(request.address(without: ["lang"]).query("lang", one.rawValue)),
          .ariaCurrent("true").only(if: one == language)
        ) { one.ownName }
      }
    }
  }

  // MARK: - Forms

  private var firstRun: Markup {
    entry("/console/claim", .createInstallation) {
      field("code", .claimCode, autocomplete: "off", fromFragment: true, hint: .claimCodeHint)
      field("organization", .organizationName, autocomplete: "organization", maxlength: 100)
      field("name", .yourName, autocomplete: "name", maxlength: 100)
      field("email", .email, type: .email, autocomplete: "username", maxlength: 254)
      newPassword
      p(.class("hint")) { text(.adminKeyLater) }
    }
  }

  private func login(_ sessionEnded: Bool) -> Markup {
    Markup {
      if sessionEnded { p(.class("notice")) { text(.sessionHasEnded) } }
      entry("/console/login", .logIn) {
        input(.type(.hidden), .name("next"), .value(next))
        field("email", .email, type: .email, autocomplete: "username", maxlength: 254)
        field(
          "password", .password, type: .password, autocomplete: "current-password",
          maxlength: 256)
      }
    }
  }

  private var invite: Markup {
    entry("/console/invite", .acceptInvite) {
      field("token", .inviteToken, autocomplete: "off", fromFragment: true, hint: .tokenHint)
      field(
        "name", .yourName, autocomplete: "name", maxlength: 100, isRequired: false,
        hint: .nameOfNewAccount)
      field(
        "password", .password, type: .password, autocomplete: "current-password",
        maxlength: 256, hint: .passwordOfInvite)
    }
  }

  private var reset: Markup {
    entry("/console/reset", .choosePassword) {
      field("token", .resetToken, autocomplete: "off", fromFragment: true, hint: .tokenHint)
      newPassword
    }
  }

  private var newPassword: Markup {
    field(
      "password", .password, type: .password, autocomplete: "new-password", maxlength: 256,
      hint: .passwordRule)
  }

  /// What a person sees whose browser can't keep a session over this connection.
  private var noSession: Markup {
    Markup {
      p { text(.insecureConnection) }
      ul { for remedy in Phrase.secureConnections { li { text(remedy) } } }
    }
  }

  private func entry(
    _ action: Address, _ verb: Phrase, @MarkupBuilder fields: () -> Markup
  ) -> Markup {
    form(.class("entry"), .method(.post), .action(action), .novalidate()) {
      input(.type(.hidden), .name("key"), .value(Self.newKey))
      problem
      fields()
      button(.type(.submit), .class("primary")) { text(verb) }
    }
  }

  /// The idempotency key of a form, so that one that is sent twice takes effect once.
  private static var newKey: String {
    String(UInt64.random(in: .min ... .max), radix: 36)
      + String(UInt64.random(in: .min ... .max), radix: 36)
  }

  private var problem: Markup {
    guard let refusal = request.refusal else { return .nothing }
    return div(.class("error-summary"), .role("alert"), .tabindex(-1), .autofocus()) {
      p { text(.refusedEntry(refusal)) }
      if !refusal.problems.isEmpty {
        ul { for one in refusal.problems { li { draw(one) } } }
      }
    }
  }

  /// The fields of the forms by their names in the requests, where these differ.
  private static let names = ["organization_name": "organization"]

  private func draw(_ problem: FieldProblem) -> Markup {
    let name = Self.names[problem.field] ?? problem.field
    let sentence = text(.problem(problem, of: .entryField(name)))
    guard let id = ElementID("field-", name) else { return .text(sentence) }
    return a(.href(.fragment(id))) { sentence }
  }

  private func field(
    _ name: StaticString, _ label: Phrase, type: Attribute.InputType = .text,
    autocomplete: StaticString, maxlength: Int = 200, isRequired: Bool = true,
    fromFragment: Bool = false, hint: Phrase? = nil
  ) -> Markup {
    let id = ElementID("field-", name.description)!
    let hintID = ElementID("hint-", name.description)!
    let typed = Fields(request.refusal?.fields ?? [])[name]
    return div(.class("field")) {
      HTML.label(.for(id)) { text(label) }
      if let hint { p(.id(hintID), .class("hint")) { text(hint) } }
      input(
        .type(type), .id(id), .name(name), .value(type == .password ? "" : typed),
        .maxlength(maxlength), .required(isRequired), .autocomplete(autocomplete),
        .spellcheck(false), .autocapitalize("none"),
        .data("fragment").only(if: fromFragment),
        .ariaDescribedBy(hintID).only(if: hint != nil))
    }
  }

  /// Where the login leads: to the page that was asked for.
  private var next: String {
    let asked = Fields(request.refusal?.fields ?? [])["next"]
    if !asked.isEmpty { return asked }
    return Self.paths.contains(request.path)
      ? "/console/" : request.address(without: ["lang"]).text
  }

  private func text(_ phrase: Phrase) -> String { phrase.text(in: language) }
}
