import HTML

/// A page: what an address shows to a person.
protocol Page: Sendable {
  init(visit: Visit)
  /// Reads what the page shows, and draws it.
  ///
  /// - Throws: A status, if the page can't be shown at all. What only a part needs is loaded with
  ///   ``Visit/load(_:_:)``, so that the rest of the page is there without it.
  func content() async throws -> PageContent
}

/// A page with a form, or with several that are sent to the page's own address.
protocol FormPage: Page {
  /// Does what the form of the visit asks for.
  ///
  /// - Throws: A status, if the form was refused. The page is then shown again with the reason and
  ///   everything that was typed.
  func submit() async throws -> FormOutcome
  /// Draws the page again after its form was refused.
  func content(after refusal: Refusal) async throws -> PageContent
}

/// What an address is for if it doesn't always show a page: it can lead on to another address, or
/// to a file.
protocol Destination: Sendable {
  init(visit: Visit)
  /// Reads what the address leads to. It changes nothing.
  func result() async throws -> PageResult
}

/// What an address leads to.
enum PageResult: Sendable {
  case page(PageContent)
  /// The browser goes to another address.
  case redirect(Address)
  /// The browser saves a file.
  case download(name: String, type: String, [UInt8])
}

/// What a page consists of inside the shell.
struct PageContent: Sendable {
  /// What the title of the browser's window begins with.
  var title: String
  /// The item of the top navigation that is current.
  var section: ShellSection
  var main: Markup
  /// The dialog that is open, if one is.
  var dialog: Markup?
  var status: UInt32 = 200
  /// Whether a form of the page was refused, which the title says.
  var isRefused = false
  /// Whether the page shows a secret. It is then taken out of the page when the person leaves.
  var showsSecret = false
}

/// What a form led to.
enum FormOutcome: Sendable {
  /// It is done. The browser goes to this address, whose fragment marks what changed.
  case done(Address)
  /// It is done, and the browser remembers these settings from now on.
  case remembered(Settings, Address)
  /// It is done, and the page shows what can't be shown again, such as a secret.
  case shown(PageContent)
  /// It is done, and the browser saves a file.
  case download(name: String, type: String, [UInt8])
}
