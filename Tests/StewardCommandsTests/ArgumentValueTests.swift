import ArgumentParser
import GoogleProtos
import JSONCalls
import Testing

@testable import StewardCommands

@Suite("Values on the command line")
struct ArgumentValueTests {
  @Test("A tag is split at its first equals sign")
  func tag() {
    #expect(KeyValue(argument: "env=prod")?.key == "env")
    #expect(KeyValue(argument: "url=a=b")?.value == "a=b")
    #expect(KeyValue(argument: "empty=")?.value == "")
  }

  @Test("A tag without a key or an equals sign is invalid", arguments: ["env", "=prod", "", "="])
  func noTag(text: String) {
    #expect(KeyValue(argument: text) == nil)
  }

  @Test("The same tag given twice is refused, and the error names its key")
  func duplicateTag() throws {
    let tags = ["env=a", "env=b"].compactMap(KeyValue.init(argument:))
    let error = #expect(throws: ValidationError.self) { try tags.dictionary(option: "--tag") }
    #expect(error?.message == "--tag names the key 'env' more than once; give it once.")
  }

  @Test(
    "An expiry is a time, a date that stands for its start in UTC, or a time span",
    arguments: [
      ("2026-12-31T23:59:59Z", 1_798_761_599, nil), ("2026-12-31", 1_798_675_200, nil),
      ("90d", nil, 90 * 86_400), ("12h", nil, 12 * 3600),
    ] as [(String, Int64?, Int64?)])
  func expiry(text: String, time: Int64?, lifetime: Int64?) {
    let expiry = Expiry(argument: text)
    #expect(expiry != nil)
    #expect(expiry?.time?.seconds == time)
    #expect(expiry?.lifetime?.seconds == lifetime)
  }

  @Test(
    "A text that is neither a time nor a time span is not an expiry",
    arguments: ["", "soon", "2026-13-01", "2026-1-1", "2026-12-31 ", "90", "31.12.2026"])
  func noExpiry(text: String) {
    #expect(Expiry(argument: text) == nil)
  }

  @Test("A method name is a service and a method with one slash between them")
  func method() {
    #expect(MethodName(argument: "a.v1.Orgs/List")?.service == "a.v1.Orgs")
    #expect(MethodName(argument: "a.v1.Orgs/List")?.method == "List")
    for text in ["", "/", "Orgs", "Orgs/", "/List", "a/b/c"] {
      #expect(MethodName(argument: text) == nil)
    }
  }

  @Test("A request comes from an argument, a file or standard input")
  func request() {
    #expect(RequestSource(argument: "-") == .standardInput)
    #expect(RequestSource(argument: "@a/b.json") == .file("a/b.json"))
    #expect(RequestSource(argument: "{}") == .text("{}"))
  }
}
