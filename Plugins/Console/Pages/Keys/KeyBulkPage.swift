import AdminProtos
import AdminServices
import HTML
import Status

/// What is done with several keys at once: first a preview that says what would become of each, and
/// then the outcome of each. Keys that fail stay chosen.
struct KeyBulkPage: FormPage {
  /// The most keys at once, which is also the largest page of the list.
  private static let maximum = 100
  /// How many keys change at the same time.
  private static let width = 8

  let visit: Visit

  private var address: Address { visit.keysAddress.appending("bulk") }

  func content() async throws -> PageContent { try await KeysPage(visit: visit).content() }

  func content(after refusal: Refusal) async throws -> PageContent {
    try await KeysPage(visit: visit).content(dialog: nil, refusal: refusal)
  }

  func submit() async throws -> FormOutcome {
    let ids = visit.form.values("id")
    guard let action = KeyBulkAction(rawValue: visit.form["action"]), !ids.isEmpty else {
      throw Status.nothingChosen
    }
    guard ids.count <= Self.maximum else { throw Status.tooManyChosen }
    guard visit.form.isOn("confirmed") else {
      return .shown(try await preview(action, try await keys(ids)))
    }
    let etags = visit.form.values("etag")
    let failures = try await perform(action, on: Array(zip(ids, etags)))
    return .shown(try await outcome(action, try await keys(ids), failures))
  }

  private func keys(_ ids: [String]) async throws -> [ApiKey] {
    try await KeysClient(visit.host).list(
      ListKeysRequest(
        organizationId: visit.organization, limit: Int32(Self.maximum), ids: ids),
      options: visit.reading
    ).data
  }

  // MARK: - Doing

  /// Does it with each key, and returns why it failed with some, by their ids.
  private func perform(
    _ action: KeyBulkAction, on keys: [(id: String, etag: String)]
  ) async throws -> [String: Status] {
    let visit = visit
    return try await withThrowingTaskGroup(of: (String, Status?).self) { group in
      var failures: [String: Status] = [:]
      var rest = keys[...]
      func addNext() {
        guard let (id, etag) = rest.popFirst() else { return }
        group.addTask { (id, try await Self.failure(of: action, on: id, etag, visit)) }
      }
      for _ in 0..<Self.width { addNext() }
      for try await (id, failure) in group {
        failures[id] = failure
        addNext()
      }
      return failures
    }
  }

  /// Does it with one key, and returns why it failed; nil if it is done.
  ///
  /// - Throws: Only the status that the session has ended.
  private static func failure(
    of action: KeyBulkAction, on id: String, _ etag: String, _ visit: Visit
  ) async throws -> Status? {
    let outcome = try await visit.load { try await action.perform(on: id, ifMatch: etag, visit) }
    if case .failed(let status) = outcome { return status }
    return nil
  }

  // MARK: - Drawing

  private func preview(_ action: KeyBulkAction, _ keys: [ApiKey]) async throws -> PageContent {
    let prospects = keys.map { action.prospect(of: $0, visit.viewer) }
    let changing = keys.filter { action.prospect(of: $0, visit.viewer) == .changes }
    let viewer = visit.viewer
    return try await page(action) {
      p { visit.text(.bulkPreview(action, prospects)) }
      if action == .archive, !changing.isEmpty {
        p { visit.text(.archivesKeys(changing.count)) }
      }
      table(keys) { visit.text(.prospect(action.prospect(of: $0, viewer))) }
        .drawing(keys, in: visit)
      form(.method(.post), .action(address)) {
        hidden("key", visit.formKey(for: address.path))
        hidden("action", action.rawValue)
        hidden("confirmed", "1")
        for key in changing {
          hidden("id", key.id)
          hidden("etag", key.etag)
        }
        div(.class("buttons")) {
          a(.class("button"), .href(visit.keysAddress)) { visit.text(.cancel) }
          if !changing.isEmpty { confirm(action, changing.count) }
        }
      }
    }
  }

  private func confirm(_ action: KeyBulkAction, _ count: Int) -> Markup {
    let verb = visit.text(.bulkVerb(action, count))
    return action == .archive
      ? button(.type(.submit), .class("danger")) { verb }
      : button(.type(.submit), .class("primary")) { verb }
  }

  private func outcome(
    _ action: KeyBulkAction, _ keys: [ApiKey], _ failures: [String: Status]
  ) async throws -> PageContent {
    var table = table(keys) { key in
      failures[key.id].map { visit.text(.refused($0)) } ?? visit.text(.bulkDone(action))
    }
    if !failures.isEmpty {
      table.selection = .init(
        isOn: { failures[$0.id] == nil ? nil : true }, name: { .select($0.shownName) })
    }
    let drawn = table.drawing(keys, in: visit)
    return try await page(action) {
      p { visit.text(.bulkOutcome(action, done: keys.count - failures.count, of: keys.count)) }
      if failures.isEmpty { drawn } else { KeyBulkForm(visit: visit).drawing { drawn } }
      div(.class("buttons")) {
        a(.class("button"), .href(visit.keysAddress)) { visit.text(.toKeys) }
      }
    }
  }

  private func table(
    _ keys: [ApiKey], _ result: @escaping @Sendable (ApiKey) -> String
  ) -> DataTable<ApiKey> {
    DataTable(
      caption: .apiKeys,
      columns: [
        .init(name: .apiKey) { key in
          Markup {
            a(.href(visit.keysAddress.appending(key.id))) { bdi { key.shownName } }
            code(.class("id")) { key.id }
          }
        },
        .init(name: .owner) { key in bdi { key.ownerName } },
        .init(name: .status) { visit.statusTag($0.status) },
        .init(name: .lastUsedColumn) { visit.ago($0.lastUsedAt, orElse: .neverUsed) },
        .init(name: .outcome) { .text(result($0)) },
      ], id: { $0.id })
  }

  private func hidden(_ name: StaticString, _ value: String) -> Markup {
    input(.type(.hidden), .name(name), .value(value))
  }

  private func page(
    _ action: KeyBulkAction, @MarkupBuilder content: () -> Markup
  ) async throws -> PageContent {
    let content = content()
    let head = try await OrganizationHead.load(visit)
    let title = visit.text(.bulkTitle(action))
    return PageContent(
      title: "\(title) · \(head.organization.name)", section: .organizations,
      main: Markup {
        head.drawing(.keys)
        section(.class("panel")) {
          h1 { title }
          content
        }
      })
  }
}

extension Status {
  fileprivate static let nothingChosen = Status(
    .invalidArgument, reason: "NOTHING_CHOSEN", message: "No key is selected. Select some first.")
  fileprivate static let tooManyChosen = Status(
    .invalidArgument, reason: "TOO_MANY_CHOSEN",
    message: "More than 100 keys are selected. Select fewer.")
}
