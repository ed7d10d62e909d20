import Testing

@testable import GatewayPlugin

@Suite("The parameters of a query")
struct QueryTests {
  @Test("Names and values are decoded, and a plus sign stands for a space")
  func decoded() throws {
    let query = try Query("a+b=c+d&%61=%2B%c3%A9&roles%5B%5D=x&roles=y&empty=&bare")
    #expect(try query.value("a b") == "c d")
    #expect(try query.value("a") == "+é")
    #expect(query.values("roles") == ["x", "y"])
    #expect(try query.value("empty") == "")
    #expect(try query.value("bare") == "")
    #expect(try query.value("absent") == nil)
  }

  @Test(
    "A query that is not percent-encoded UTF-8, or has NUL, is refused",
    arguments: ["a=%", "a=%4", "a=%4g", "a=%+4", "a=%FF", "%C3=a", "a=%00", "a=\u{0}"])
  func malformed(text: String) {
    #expect(throws: APIError.self) { try Query(text) }
  }

  @Test("A parameter that is needed once must not be repeated")
  func repeated() throws {
    let query = try Query("a=1&a=1")
    #expect(throws: APIError.self) { try query.value("a") }
  }
}
