import Testing

@testable import protoc_gen_steward_swift

@Suite("Parameters and errors of the generator")
struct ParametersTests {
  @Test("The parameters of the generator name its targets")
  func reading() throws {
    let parameters = try Parameters("c_target=C,swift_target=S,services_target=R,import=I:acme/")
    #expect(parameters.cTarget == "C")
    #expect(parameters.swiftTarget == "S")
    #expect(parameters.servicesTarget == "R")
    #expect(try Parameters("c_target=C,swift_target=S").servicesTarget == nil)
  }

  @Test("A file's messages are in the module of its folder, Steward's without a parameter")
  func modules() throws {
    let text = "c_target=C,swift_target=S,import=Own:acme/,import=Mine:steward/options/"
    let modules = try Parameters(text).modules
    #expect(try modules.module(of: "acme/a/v1/a.proto") == "Own")
    #expect(try modules.module(of: "steward/options/v1/options.proto") == "Mine")
    #expect(try modules.module(of: "steward/ipc/v1/ipc.proto") == "IPCProtos")
    #expect(try modules.module(of: "steward/orgs/v1/orgs.proto") == "AdminProtos")
    #expect(try modules.module(of: "google/protobuf/any.proto") == "GoogleProtos")
    let error = #expect(throws: GeneratorError.self) { try modules.module(of: "other.proto") }
    #expect(error?.description.contains("Add the parameter import=MODULE:FOLDER") == true)
  }

  @Test(
    "The error about a missing, unknown or malformed parameter names it",
    arguments: [
      ("", "the parameter \"c_target\" is missing"),
      ("c_target=C", "the parameter \"swift_target\" is missing"),
      ("c_target=C,swift_target=S,servces=R", "unknown parameter \"servces\""),
      ("c_target", "\"c_target\" is not name=value"),
      ("c_target=C,swift_target=S,import=I", "\"I\" is not MODULE:FOLDER"),
    ])
  func refusing(_ text: String, _ message: String) {
    let error = #expect(throws: GeneratorError.self) { try Parameters(text) }
    #expect(error?.description == message)
  }

  @Test("An error of the generator reaches protoc as a response")
  func errorResponse() {
    let response = Response(error: "no")
    #expect(response.serialized() == [0x0A, 2] + Array("no".utf8) + [0x10, 1])
  }
}
