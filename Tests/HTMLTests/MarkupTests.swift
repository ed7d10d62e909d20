import Testing

@testable import HTML

@Suite("Markup")
struct MarkupTests {
  @Test("A text between elements stays a text", arguments: hostile)
  func text(text: String, escaped: String) {
    #expect(p { text }.text == "<p>\(escaped)</p>")
  }

  @Test("A text in an attribute can't end the attribute", arguments: hostile)
  func attribute(text: String, escaped: String) {
    #expect(p(.title(text)).text == "<p title=\"\(escaped)\"></p>")
  }

  static let hostile = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onclick=\"alert(1)", "&quot; onclick=&quot;alert(1)"),
    ("&lt;", "&amp;lt;"), ("<!--", "&lt;!--"), ("it's", "it's"), ("斎藤 & ", "斎藤 &amp; "), ("", ""),
  ]

  @Test(
    "A character that HTML forbids becomes U+FFFD",
    arguments: [
      0x00, 0x01, 0x08, 0x0B, 0x0E, 0x1F, 0x7F, 0x80, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF,
      0x1FFFE, 0x8FFFF, 0xFFFFF, 0x10FFFF,
    ] as [UInt32])
  func forbidden(scalar: UInt32) throws {
    let character = try #require(Unicode.Scalar(scalar))
    #expect(p { "a\(character)b" }.text == "<p>a\u{FFFD}b</p>")
    #expect(p(.title("\(character)")).text == "<p title=\"\u{FFFD}\"></p>")
  }

  @Test(
    "A character beside the forbidden ones stays as it is",
    arguments: [
      0x09, 0x0A, 0x0C, 0x20, 0x7E, 0xA0, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1FFFD, 0x10FFFD,
      0x202E, 0xFEFF,
    ] as [UInt32])
  func allowed(scalar: UInt32) throws {
    let character = try #require(Unicode.Scalar(scalar))
    #expect(p { "a\(character)b" }.text.unicodeScalars.contains(character))
  }

  @Test("A text that begins with a line feed keeps it, where a parser drops the first one")
  func lineFeed() {
    #expect(textarea(text: "\na").text == "<textarea>\n\na</textarea>")
    #expect(pre { "a" }.text == "<pre>\na</pre>")
  }

  @Test("An element without content has an end tag, and a void element has none")
  func ends() {
    #expect(div().text == "<div></div>")
    #expect(input(.type(.text)).text == "<input type=\"text\">")
    #expect(SVG.path(.d("M0 0")).text == "<path d=\"M0 0\"></path>")
  }

  @Test("A builder closure takes conditions, optional values, choices, loops and numbers")
  func builder() {
    func list(_ numbers: [Int], note: String?) -> Markup {
      ul {
        for number in numbers { li { number } }
        if let note { li { note } }
        if numbers.isEmpty { li { "none" } } else { li { "end" } }
        switch numbers.count {
        case 0: Markup.nothing
        case 1: li { "one" }
        default: li { "many" }
        }
      }
    }
    #expect(list([], note: nil).text == "<ul><li>none</li></ul>")
    #expect(
      list([7, 8], note: "&").text
        == "<ul><li>7</li><li>8</li><li>&amp;</li><li>end</li><li>many</li></ul>")
  }

  @Test("A part that is missing writes nothing, and parts of an array are written in their order")
  func parts() {
    let missing: Markup? = nil
    let parts = [Markup.text("a"), strong { "b" }]
    #expect(
      p {
        missing
        parts
      }.text == "<p>a<strong>b</strong></p>")
  }

  @Test("Prepared markup has the same bytes")
  func prepared() {
    let part = nav { a(.href("/console/")) { "A & B" } }
    #expect(div { part.prepared() }.bytes() == div { part }.bytes())
  }

  @Test("A page begins with the doctype, its language, the encoding and its title")
  func document() {
    let page = Document(lang: "ja", title: "鍵 <1>", .data("theme", "dark")) {
      script("/console/assets/console.js")
    } body: {
      h1 { "鍵" }
    }
    #expect(
      String(decoding: page.bytes(), as: UTF8.self)
        == "<!doctype html><html lang=\"ja\" data-theme=\"dark\"><head><meta charset=\"utf-8\">"
        + "<title>鍵 &lt;1&gt;</title>"
        + "<script type=\"module\" src=\"/console/assets/console.js\"></script></head>"
        + "<body><h1>鍵</h1></body></html>")
  }
}

extension Markup {
  var text: String { String(decoding: bytes(), as: UTF8.self) }
}
