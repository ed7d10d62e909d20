import AdminProtos
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("The header if-match")
struct IfMatchTests {
  private let message: MessageDescriptor

  init() throws { message = try UpdateWorkspaceRequest.descriptor }

  @Test("The header if-match sets the request's field, unless the request already sets it")
  func fills() throws {
    let bare = try IfMatch("\"5\"").added(to: .object([("id", .string("w"))]), of: message)
    #expect(bare["if_match"] == .string("5"))
    for name in ["if_match", "ifMatch"] {
      let own = JSONValue.object([(name, .string("7"))])
      #expect(try IfMatch("\"5\"").added(to: own, of: message) == own)
    }
  }

  @Test("A star in the header if-match means any etag")
  func any() throws {
    #expect(try IfMatch("*").added(to: .object([]), of: message) == .object([]))
  }

  @Test(
    "A header if-match that is not an entity tag is refused",
    arguments: ["", "\"", "\"\"", "\"1\", \"2\"", "a b", "\"a b\"", "5", "W/\"5\""])
  func refused(text: String) {
    #expect(throws: APIError.self) { try IfMatch(text) }
  }
}
