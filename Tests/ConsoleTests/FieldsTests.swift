import Testing
import WebProtos

@testable import ConsolePlugin

@Suite("Fields of a form")
struct FieldsTests {
  private let fields = Fields([
    PageField(name: "name", value: " Ada　"), PageField(name: "key", value: "a"),
    PageField(name: "key", value: "b"), PageField(name: "empty", value: ""),
  ])

  @Test("A field is found as it was sent; one that wasn't sent is empty")
  func value() {
    #expect(fields["name"] == " Ada　")
    #expect(fields["key"] == "a")
    #expect(fields["none"] == "")
  }

  @Test("Spaces around a text are dropped, also the ideographic one")
  func trimmed() { #expect(fields.trimmed("name") == "Ada") }

  @Test("Every field of a name is found, in order")
  func values() { #expect(fields.values("key") == ["a", "b"]) }

  @Test("A box is on if it was sent with a value")
  func boxes() {
    #expect(fields.isOn("key"))
    #expect(!fields.isOn("empty"))
    #expect(!fields.isOn("none"))
  }

  @Test("Fields that are taken out are gone, all of a name")
  func without() {
    #expect(fields.without(["key", "name"]).all.map(\.name) == ["empty"])
  }
}
