import ArgumentParser
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("steward call")
struct CallCommandTests {
  let recorder = Recorder()

  private func call(_ arguments: [String], input: String = "") async throws {
    let host = FakeHost.serving(FakeOrgs.self, EchoService.self)
    let orgs = FakeOrgs([FakeOrgs.organization(1, named: "Acme")])
    let channel = InProcessChannel(ServiceRouter([host, orgs, EchoService()]))
    try await CallCommand.parse(arguments).run(over: channel, in: recorder.session(input: input))
  }

  private func refusal(_ arguments: [String], input: String = "") async -> Status? {
    await #expect(throws: Status.self) { try await call(arguments, input: input) }
  }

  @Test(
    "steward call takes a method by its full or its shortened name",
    arguments: [
      "test.v1.Echo/One", "v1.Echo/One", "Echo/One",
    ])
  func names(name: String) async throws {
    try await call([name, "-d", #"{"text": "hello"}"#])
    #expect(recorder.output == "{\n  \"text\": \"hello\"\n}\n")
  }

  @Test("steward call sends an empty request if none is given")
  func noRequest() async throws {
    try await call(["Orgs/List", "-o", "jsonl"])
    #expect(recorder.output.contains(#""name":"Acme""#))
    #expect(recorder.output.contains(#""has_more":false"#))
  }

  @Test("steward call reads a request of several lines from standard input")
  func standardInput() async throws {
    try await call(["Echo/One", "-d", "-", "-o", "yaml"], input: "{\n  \"text\": \"a\"\n}\n")
    #expect(recorder.output == "text: a\n")
  }

  @Test("steward call prints the responses of a stream as lines")
  func split() async throws {
    try await call(["Echo/Split", "-d", #"{"text": "a b"}"#])
    #expect(recorder.output == "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
  }

  @Test("steward call sends the lines of its input as a stream of requests")
  func join() async throws {
    try await call(
      ["Echo/Join", "-d", "-", "-o", "jsonl"], input: "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n")
    #expect(recorder.output == "{\"text\":\"a b\"}\n")
  }

  @Test("steward call sends and receives at the same time")
  func chat() async throws {
    let requests = (0..<300).map { "{\"text\":\"\($0)\"}" }
    try await call(["Echo/Chat", "-d", "-"], input: requests.joined(separator: "\n"))
    #expect(recorder.output == requests.map { $0 + "\n" }.joined())
  }

  @Test("steward call refuses malformed JSON with its line and column")
  func malformed() async {
    let error = await refusal(["Echo/One", "-d", "{\n  \"text\": oops}"])
    #expect(error?.code == .invalidArgument)
    #expect(error?.reason == "MALFORMED_JSON")
    #expect(error?.message.contains("line 2, column 11") == true)
  }

  @Test("steward call refuses an unknown field and suggests the nearest one")
  func unknownField() async {
    let error = await refusal(["Echo/One", "-d", #"{"txt": "a"}"#])
    #expect(error?.reason == "UNKNOWN_FIELD")
    #expect(error?.message.contains("Did you mean 'text'?") == true)
  }

  @Test("steward call refuses a value of the wrong type and names its field")
  func wrongType() async {
    let error = await refusal(["Orgs/List", "-d", #"{"limit": "many"}"#])
    #expect(error?.reason == "INVALID_VALUE")
    #expect(error?.fieldViolations.map(\.field) == ["limit"])
  }

  @Test("steward call says which request of a stream is wrong")
  func wrongRequest() async {
    let error = await refusal(["Echo/Chat", "-d", "-"], input: "{}\n{\"text\":1}\n")
    #expect(error?.message.hasPrefix("Invalid request 2: ") == true)
  }

  @Test("steward call refuses an unknown service or method with the nearest and a list")
  func unknown() async {
    let service = await refusal(["Orgz/List"])
    #expect(service?.code == .unimplemented)
    #expect(service?.message.contains("Did you mean 'Orgs'?") == true)
    let method = await refusal(["Orgs/Lits"])
    #expect(method?.code == .unimplemented)
    #expect(method?.message.contains("Did you mean 'List'?") == true)
    #expect(method?.message.contains("Create, Get, List, Update, Delete") == true)
  }

  @Test("steward call passes on a plugin's refusal with its field violations")
  func refused() async {
    let name = String(repeating: "x", count: 101)
    let error = await refusal(["Orgs/Create", "-d", "{\"name\": \"\(name)\"}"])
    #expect(error?.fieldViolations.map(\.field) == ["name"])
  }

  @Test("steward call refuses a request file that cannot be read")
  func noFile() async {
    await #expect(throws: Status.self) { try await call(["Echo/One", "-d", "@/no/such/file"]) }
  }
}
