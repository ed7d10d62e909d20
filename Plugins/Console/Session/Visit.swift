import AdminProtos
import AdminServices
import HTML
import IPC
import Platform
import Status
import WebProtos

/// One request of a browser by a person who is logged in.
struct Visit: Sendable {
  let viewer: Viewer
  let request: PageRequest
  /// What the segments of the address stand for, such as "org".
  let values: [String: String]
  let query: Fields
  /// What a form sent; empty for a page.
  let form: Fields
  /// The channel for calls on behalf of the person.
  let host: any Channel
  let keys: FormKeys
  /// The seconds since 1970.
  let now: Int64

  /// What a segment of the address stands for.
  func value(_ name: StaticString) -> String { values[name.description] ?? "" }

  /// The organization that the address names; empty if it names none.
  var organization: String { value("org") }

  /// Returns the visit with what the segments of its address stand for.
  func at(_ values: [String: String]) -> Visit {
    Visit(
      viewer: viewer, request: request, values: values, query: query, form: form, host: host,
      keys: keys, now: now)
  }

  /// The organization that the person is concerned with: the one in the address, else the one that
  /// was shown last, else their first; nil for a person who belongs to none and has seen none.
  var shownOrganization: String? {
    possibleOrganizations.first
  }

  private var possibleOrganizations: [String] {
    [organization, viewer.settings.organization, viewer.identity.organizations.first?.id ?? ""]
      .filter { !$0.isEmpty }
  }

  /// The head of the organization that the person is concerned with; nil if there is none. The one
  /// that was shown last may be gone since, or no longer the person's.
  func shownOrganizationHead() async throws -> Loaded<OrganizationHead>? {
    for id in possibleOrganizations {
      let head = try await load { try await OrganizationHead.load(id, self) }
      if case .failed(let status) = head, [.notFound, .permissionDenied].contains(status.code) {
        continue
      }
      return head
    }
    return nil
  }

  /// The settings that the browser is to keep from now on; nil if they stay as they are.
  var newSettings: String? {
    var settings = viewer.settings
    if !organization.isEmpty { settings.organization = organization }
    return settings.cookie == request.settings ? nil : settings.cookie
  }

  /// The address of this page without some items of its query.
  func address(without names: Set<String>) -> Address {
    request.address(without: names)
  }

  /// The address of this page, to load it again.
  var here: Address { address(without: []) }

  /// The options of a call that reads. A plugin that hangs must not hang the page.
  var reading: CallOptions { CallOptions(timeout: .seconds(5)) }

  /// The options of a change. Each change of a form has its own name, so that a form which is sent
  /// twice does each of them once.
  func changing(_ name: String) -> CallOptions {
    CallOptions(timeout: .seconds(20), idempotencyKey: "\(form["key"]).\(name)")
  }

  /// Makes the key of a form that is sent to this path.
  func formKey(for path: String) -> String {
    keys.make(session: viewer.identity.sessionId, path: path, at: now)
  }

  /// Whether the form that was sent is one of this person's, for this address.
  var hasValidKey: Bool {
    keys.accepts(
      form["key"], session: viewer.identity.sessionId, path: request.path, at: now)
  }

  func text(_ phrase: Phrase) -> String { viewer.text(phrase) }
}
