import GoogleProtos
import HTML
import HostProtos
import Testing
import WebProtos

@testable import ConsolePlugin

@Suite("Audit filters")
struct AuditFilterTests {
  private static let whole = [
    ("actor", "user/user_1"), ("action", "api_key."), ("action", "user.updated"),
    ("resource", "apikey_1"), ("organization", "org_1"), ("call", "key.1"),
    ("from", "2026-11-01"), ("to", "2026-11-30"),
  ]

  private func filter(_ query: [(String, String)]) -> AuditFilter {
    AuditFilter(Fields(query.map { PageField(name: $0.0, value: $0.1) }))
  }

  @Test("A filter is the same after its address was read again")
  func back() {
    let filter = filter(Self.whole)
    let items = filter.items.map { ($0.part.rawValue, $0.value) }
    #expect(items.map(\.0) == Self.whole.map(\.0))
    #expect(items.map(\.1) == Self.whole.map(\.1))
    #expect(self.filter(items) == filter)
    #expect(
      filter.address().text == "/console/audit?actor=user%2Fuser_1&action=api_key."
        + "&action=user.updated&resource=apikey_1&organization=org_1&call=key.1"
        + "&from=2026-11-01&to=2026-11-30")
  }

  @Test("Without an item, a filter keeps all others", arguments: 0..<8)
  func without(index: Int) {
    let filter = filter(Self.whole)
    var items = filter.items
    let removed = items.remove(at: index)
    #expect(filter.without(removed).items == items)
  }

  @Test("Empty fields, repeated actions and days that there aren't count as nothing")
  func nothing() {
    let filter = filter([
      ("actor", " "), ("action", ""), ("action", "user.updated"), ("action", "user.updated"),
      ("from", "2026-02-30"), ("to", "yesterday"),
    ])
    #expect(filter.items == [AuditFilter.Item(part: .action, value: "user.updated")])
  }

  @Test("The last day of a filter is wholly in it")
  func days() {
    let request = filter([("from", "1970-01-02"), ("to", "1970-01-02")]).request(limit: 20)
    #expect(request.from?.seconds == 86_400)
    #expect(request.to?.seconds == 172_800)
  }

  @Test("A request has one cursor at most")
  func cursor() {
    let request = AuditFilter().request(limit: 20, after: 5, before: 9)
    #expect((request.afterRevision, request.beforeRevision) == (5, 0))
  }
}
