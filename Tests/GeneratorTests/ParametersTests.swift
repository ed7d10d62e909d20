import Testing

@testable import protoc_gen_steward_swift

@Suite("Parameters and errors")
struct ParametersTests {
  @Test("Parameters name the targets")
  func reading() throws {
    let parameters = try Parameters("c_target=C,swift_target=S,services_target=R,import=I")
    #expect(parameters.cTarget == "C")
    #expect(parameters.swiftTarget == "S")
    #expect(parameters.servicesTarget == "R")
    #expect(parameters.importedModule == "I")
    #expect(try Parameters("c_target=C,swift_target=S").servicesTarget == nil)
  }

  @Test(
    "What is missing, unknown or malformed is named",
    arguments: [
      ("", "the parameter “c_target” is missing"),
      ("c_target=C", "the parameter “swift_target” is missing"),
      ("c_target=C,swift_target=S,servces=R", "there is no parameter “servces”"),
      ("c_target", "“c_target” is not name=value"),
    ])
  func refusing(_ text: String, _ message: String) {
    let error = #expect(throws: GeneratorError.self) { try Parameters(text) }
    #expect(error?.description == message)
  }

  @Test("An error reaches protoc as a response")
  func errorResponse() {
    let response = Response(error: "no")
    #expect(response.serialized() == [0x0A, 2] + Array("no".utf8) + [0x10, 1])
  }
}
