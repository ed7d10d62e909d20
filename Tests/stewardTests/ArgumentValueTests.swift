import ArgumentParser
import JSONCalls
import Testing

@testable import steward

@Suite("A value on the command line")
struct ArgumentValueTests {
  @Test("A tag is split at its first equals sign")
  func tag() {
    #expect(KeyValue(argument: "env=prod")?.key == "env")
    #expect(KeyValue(argument: "url=a=b")?.value == "a=b")
    #expect(KeyValue(argument: "empty=")?.value == "")
  }

  @Test("A tag without a key or without a sign is none", arguments: ["env", "=prod", "", "="])
  func noTag(text: String) {
    #expect(KeyValue(argument: text) == nil)
  }

  @Test("The same tag twice is refused by its key")
  func duplicateTag() throws {
    let tags = ["env=a", "env=b"].compactMap(KeyValue.init(argument:))
    let error = #expect(throws: ValidationError.self) { try tags.dictionary(option: "--tag") }
    #expect(error?.message == "--tag names the key 'env' more than once; give it once.")
  }

  @Test("A method is a service and a name with one slash between")
  func method() {
    #expect(MethodName(argument: "a.v1.Orgs/List")?.service == "a.v1.Orgs")
    #expect(MethodName(argument: "a.v1.Orgs/List")?.method == "List")
    for text in ["", "/", "Orgs", "Orgs/", "/List", "a/b/c"] {
      #expect(MethodName(argument: text) == nil)
    }
  }

  @Test("A request is a text, a file or standard input")
  func request() {
    #expect(RequestSource(argument: "-") == .standardInput)
    #expect(RequestSource(argument: "@a/b.json") == .file("a/b.json"))
    #expect(RequestSource(argument: "{}") == .text("{}"))
  }
}
