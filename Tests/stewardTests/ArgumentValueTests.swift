import ArgumentParser
import GoogleProtos
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

  @Test(
    "What expires does so at a time, at the beginning of a day in UTC, or after a while",
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
    "What is neither a time nor a length of time is refused",
    arguments: ["", "soon", "2026-13-01", "2026-1-1", "2026-12-31 ", "90", "31.12.2026"])
  func noExpiry(text: String) {
    #expect(Expiry(argument: text) == nil)
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
