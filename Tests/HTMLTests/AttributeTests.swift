import Testing

@testable import HTML

@Suite("Attributes")
struct AttributeTests {
  @Test("An attribute that is on has no value, and one that is off isn't written")
  func flags() {
    #expect(details(.open()).text == "<details open></details>")
    #expect(details(.open(false)).text == "<details></details>")
    #expect(div(.data("dialog")).text == "<div data-dialog></div>")
    #expect(div(.data("live", "keys")).text == "<div data-live=\"keys\"></div>")
  }

  @Test("A condition decides whether an attribute is written")
  func conditions() {
    #expect(li(.ariaCurrent("page").only(if: true)).text == "<li aria-current=\"page\"></li>")
    #expect(li(.ariaCurrent("page").only(if: false)).text == "<li></li>")
  }

  @Test(
    "A number has at most two decimals",
    arguments: [
      (0, "0"), (12, "12"), (-3, "-3"), (0.5, "0.5"), (-0.05, "-0.05"), (2.0 / 3, "0.67"),
      (1.999, "2"), (-0.001, "0"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
    ] as [(Double, String)])
  func numbers(number: Double, text: String) {
    #expect(SVG.rect(.x(number)).text == "<rect x=\"\(text)\"></rect>")
  }

  @Test("The points of a line are a list of numbers")
  func points() {
    let points = [SVG.Point(x: 0, y: 1.5), SVG.Point(x: 10, y: 2)]
    #expect(
      SVG.polyline(.points(points)).text == "<polyline points=\"0 1.5 10 2\"></polyline>")
  }

  @Test("A color is six hexadecimal digits, so that it can't name an address")
  func colors() throws {
    let color = try #require(SVG.Color(hex: "#1aF09b"))
    #expect(SVG.rect(.fill(color)).text == "<rect fill=\"#1aF09b\"></rect>")
    for text in ["", "#", "1aF09b0", "#1aF09", "#1aF09bc", "#1aF09g", "#1aF09\"", "url(#a)"] {
      #expect(SVG.Color(hex: text) == nil, "\(text)")
    }
  }

  @Test("An id has letters, digits, hyphens and underscores only")
  func ids() {
    #expect(tr(.id(ElementID("key-", "apikey_01A"))).text == "<tr id=\"key-apikey_01A\"></tr>")
    for text in ["a b", "a\"", "é", "<", "a\n"] {
      #expect(tr(.id(ElementID("key-", text))).text == "<tr></tr>", "\(text)")
    }
    #expect(ElementID("", "") == nil)
  }

  @Test("Several ids are a list")
  func idLists() {
    #expect(
      input(.ariaDescribedBy("hint", "fault")).text == "<input aria-describedby=\"hint fault\">")
    #expect(input(.ariaDescribedBy()).text == "<input>")
  }

  @Test("An attribute that is given twice is found, unless only one of the two is written")
  func twice() {
    #expect(![Attribute.class("a"), .class("b")].haveDistinctNames)
    #expect([Attribute.class("a"), .class("b").only(if: false)].haveDistinctNames)
    #expect([Attribute.title("a"), .data("title", "b")].haveDistinctNames)
  }
}
