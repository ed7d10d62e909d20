import AdminProtos
import AdminServices
import HTML
import Status

/// The page that a search leads to: an id, a mail address or a hint goes straight to what it
/// stands for, and other words to a list of what they are found in.
struct FindPage: Destination {
  static let count: Int32 = 20

  let visit: Visit

  private var text: String { visit.query.trimmed("q") }

  func result() async throws -> PageResult {
    let found = try await find()
    if let match = FindMatch(of: text, among: found?.value?.data ?? []),
      let address = match.address(preferring: visit.shownOrganization)
    {
      return .redirect(address)
    }
    return .page(draw(found))
  }

  /// Finds what the text is in; nil without a text.
  private func find() async throws -> Loaded<FindResponse>? {
    guard !text.isEmpty else { return nil }
    return try await visit.load {
      try await DirectoryClient(visit.host).find(
        FindRequest(text: text, limit: Self.count), options: visit.reading)
    }
  }

  private func draw(_ found: Loaded<FindResponse>?) -> PageContent {
    let main = section(.class("panel")) {
      h1 { visit.text(.find) }
      SearchForm(action: "/console/find", label: .find).drawing(in: visit)
      switch found {
      case nil: searchable
      case .failed(let status) where status.code == .invalidArgument:
        p(.class("problem"), .role("alert")) { visit.text(.searchTooShort) }
        searchable
      case .some(let found): visit.part(found, .findings) { draw($0) }
      }
    }
    return PageContent(title: visit.text(.find), section: .none, main: main)
  }

  private func draw(_ found: FindResponse) -> Markup {
    Markup {
      if found.data.isEmpty {
        p { visit.text(.nothingIsNamed(text)) }
        searchable
      }
      for kind in kinds(of: found.data) {
        h2 { visit.text(.headingOfFindings(kind)) }
        ul(.class("plain-list")) {
          for entry in found.data where entry.kind == kind { li { draw(entry) } }
        }
      }
      if found.hasMore { p(.class("hint")) { visit.text(.moreByWords) } }
    }
  }

  private func draw(_ entry: DirectoryEntry) -> Markup {
    let name = bdi { entry.name.isEmpty ? entry.detail : entry.name }
    return Markup {
      if let address = Address.page(of: entry) { a(.href(address)) { name } } else { name }
      if !entry.name.isEmpty, !entry.detail.isEmpty {
        " "
        code { entry.detail }
      }
      if entry.kind != "organization", !entry.organizationName.isEmpty {
        " "
        span(.class("hint")) { bdi { entry.organizationName } }
      }
    }
  }

  private var searchable: Markup { p(.class("hint")) { visit.text(.whatCanBeSearched) } }

  /// The kinds of entries in the order in which they come first.
  private func kinds(of entries: [DirectoryEntry]) -> [String] {
    var seen: Set<String> = []
    return entries.map(\.kind).filter { seen.insert($0).inserted }
  }
}
