import Testing

@testable import ConsolePlugin

@Suite("Patterns of addresses")
struct PathPatternTests {
  private let pattern: PathPattern = "/console/orgs/{org}/keys/{key}"

  @Test("The segments in braces of a pattern stand for those of a path")
  func values() {
    let values = pattern.values(in: PathSegments("/console/orgs/o1/keys/apikey_2"))
    #expect(values == ["org": "o1", "key": "apikey_2"])
  }

  @Test(
    "A path of another shape doesn't fit a pattern",
    arguments: [
      "/console/orgs/o1/keys", "/console/orgs/o1/users/u1", "/console/orgs/o1/keys/k1/edit", "/",
      "",
    ])
  func others(path: String) {
    #expect(pattern.values(in: PathSegments(path)) == nil)
  }

  @Test("A slash at the end of a path, or a double one, doesn't change what it fits")
  func slashes() {
    #expect(pattern.values(in: PathSegments("/console/orgs/o1//keys/k1/")) != nil)
  }

  @Test(
    "An encoded segment is decoded, and what is no encoding stays as it is",
    arguments: [
      ("%E9%81%94%E4%B9%9F", "達也"), ("a%2Fb", "a/b"), ("100%", "100%"), ("%zz", "%zz"),
    ])
  func encoding(segment: String, text: String) {
    #expect(PathSegments("/\(segment)").all == [text])
  }

  @Test("An address that is one of the console's own isn't taken for the id of an organization")
  func exactness() throws {
    let routes = PageRoutes(PageRoute.all)
    let (own, ownValues) = try #require(routes.route(of: "/console/orgs/switch"))
    #expect(own.pattern == "/console/orgs/switch")
    #expect(ownValues == [:])
    let (organization, values) = try #require(routes.route(of: "/console/orgs/o1"))
    #expect(organization.pattern == "/console/orgs/{org}")
    #expect(values == ["org": "o1"])
  }

  @Test("No two addresses of the console have the same shape")
  func distinct() {
    let patterns = PageRoute.all.map(\.pattern)
    #expect(Set(patterns).count == patterns.count)
  }

  @Test("An address that the console doesn't have leads nowhere")
  func unknown() {
    #expect(PageRoutes(PageRoute.all).route(of: "/console/nothing") == nil)
  }
}
