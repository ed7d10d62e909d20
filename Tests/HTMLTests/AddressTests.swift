import Randomness
import Testing

@testable import HTML

@Suite("Addresses")
struct AddressTests {
  @Test(
    "A path on this host, a fragment and an https URL are addresses",
    arguments: [
      "/", "/console/", "/console/keys?status=active&after_id=a#key-1", "/a//b", "/%E9%8D%B5", "#",
      "#key-1", "https://example.com", "https://example.com:8443/a?b#c",
      "https://docs.example/a:b@c",
    ])
  func accepted(text: String) { #expect(Address(checking: text)?.text == text) }

  @Test(
    "Anything else is none",
    arguments: [
      "", " ", "console", "?a", "//evil.example", "/\\evil.example", "\\\\evil.example",
      "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " /console",
      "javascript:alert(1)",
      "JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,a", "vbscript:a", "blob:a",
      "http://example.com", "HTTPS://example.com", "https:example.com", "https:/example.com",
      "https://", "https:///a", "https://?a", "https://user@example.com", "https://a:b@example.com",
      "https://example.com:", "https://example.com:port", "https://example.com:70000",
      "https://exa mple.com", "https://例え.jp", "/鍵", "/a b", "/a\"b", "/a<b", "/a>b", "/a`b",
      "/\u{0}", "/\u{7F}", "mailto:a@example.com",
    ])
  func refused(text: String) { #expect(Address(checking: text) == nil) }

  @Test("Text that is added to a path or a query is encoded")
  func encoding() {
    let base: Address = "/console/"
    #expect(base.appending("org_1", "keys").text == "/console/org_1/keys")
    #expect(base.appending("a/b?c#d&e=f%").text == "/console/a%2Fb%3Fc%23d%26e%3Df%25")
    #expect(
      base.query("q", "a b&c=鍵").query("n", "1").text == "/console/?q=a%20b%26c%3D%E9%8D%B5&n=1")
    #expect(base.query("q", "").fragment("key-1").text == "/console/?q=#key-1")
    #expect(Address("/a?b=c").query("d", "e").text == "/a?b=c&d=e")
    #expect(Address.fragment("key-1").text == "#key-1")
  }

  /// A browser resolves these, so that a name would lead to another page or host.
  @Test("A component that is a step in a path names nothing", arguments: ["", ".", ".."])
  func steps(component: String) {
    #expect(Address("/").appending(component, "a").text == "/%EF%BF%BD/a")
  }

  @Test("An address tells whether it is on this host")
  func host() {
    #expect(Address("/console/").isOnThisHost)
    #expect(!Address("https://example.com/").isOnThisHost)
    #expect(!Address("#a").isOnThisHost)
  }

  @Test("An address stays an address whatever is added, and gives it back", arguments: 0..<50)
  func additions(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let (component, value) = (random.hostileText(), random.hostileText())
    let address = Address("/a").appending(component, "b").query("q", value)
    #expect(Address(checking: address.text) == address)
    let parts = address.text.split(separator: "?", omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    try #require(parts.count == 2 && path.count == 4)
    let expected = ["", ".", ".."].contains(component) ? "\u{FFFD}" : component
    #expect(Self.decoded(path[2]) == Array(expected.utf8))
    #expect(Self.decoded(parts[1].dropFirst(2)) == Array(value.utf8))
  }

  /// Returns the bytes that a component encodes. Foundation drops a U+FEFF at the beginning.
  private static func decoded(_ component: Substring) -> [UInt8] {
    let pieces = component.split(separator: "%", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(into: Array(pieces[0].utf8)) { bytes, piece in
      bytes.append(UInt8(piece.prefix(2), radix: 16) ?? 0)
      bytes += piece.dropFirst(2).utf8
    }
  }
}
