import ArgumentParser
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import StewardCommands

@Suite("steward batch")
struct BatchCommandTests {
  let recorder = Recorder()

  private func batch(_ lines: [String], _ arguments: String...) async throws {
    let host = FakeHost.serving(FakeOrgs.self, EchoService.self)
    let orgs = FakeOrgs([FakeOrgs.organization(1, named: "Acme")])
    let channel = InProcessChannel(ServiceRouter([host, orgs, EchoService()]))
    let input = lines.joined(separator: "\n")
    try await BatchCommand.parse(arguments).run(over: channel, in: recorder.session(input: input))
  }

  private func failure(_ lines: [String], _ arguments: String...) async -> Status? {
    await #expect(throws: Status.self) {
      try await BatchCommand.parse(arguments).run(
        over: InProcessChannel(
          ServiceRouter([FakeHost.serving(EchoService.self), EchoService()])),
        in: recorder.session(input: lines.joined(separator: "\n")))
    }
  }

  private static func echo(_ text: String) -> String {
    #"{"method": "Echo/One", "request": {"text": "\#(text)"}}"#
  }

  private static func echoed(_ id: String, _ text: String) -> String {
    #"{"id":\#(id),"response":{"text":"\#(text)"}}"# + "\n"
  }

  @Test("steward batch with any --in-flight prints results in line order", arguments: [1, 2, 64])
  func order(width: Int) async throws {
    try await batch((1...300).map { Self.echo("\($0)") }, "--in-flight", "\(width)")
    #expect(recorder.output == (1...300).map { Self.echoed("\($0)", "\($0)") }.joined())
  }

  @Test("steward batch repeats the id of a line, and uses the line's number if there is none")
  func ids() async throws {
    try await batch([
      #"{"id": "a b", "method": "Echo/One"}"#, "", "  ", #"{"method": "Echo/One"}"#,
      #"{"id": 1.50, "method": "Echo/One", "request": {}}"#, #"{"id": null, "method": "Echo/One"}"#,
    ])
    #expect(
      recorder.output == [#""a b""#, "4", "1.50", "null"].map { Self.echoed($0, "") }.joined())
  }

  @Test("steward batch continues after a failed call, and ends with the first failure")
  func failing() async {
    let bad = #"{"method": "Echo/One", "request": {"text": 1}}"#
    let error = await failure([Self.echo("a"), bad, Self.echo("b"), "{", Self.echo("c")])
    let lines = recorder.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(
      lines[1].hasPrefix(#"{"id":2,"error":{"code":"INVALID_ARGUMENT","reason":"INVALID_VALUE""#))
    #expect(lines[3].contains("MALFORMED_JSON"))
    #expect(lines[4] + "\n" == Self.echoed("5", "c"))
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.hasPrefix("2 of 5 calls failed, the first on line 2: ") == true)
  }

  @Test("steward batch with --stop-on-error makes no call after a failed one")
  func stop() async {
    let error = await failure(
      [Self.echo("a"), "{", Self.echo("b"), Self.echo("c")], "--stop-on-error")
    let lines = recorder.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(error?.message.hasPrefix("1 of 2 calls failed, the first on line 2: ") == true)
  }

  @Test(
    "A line of a batch that asks for no valid call gets an error that says why",
    arguments: [
      ("[]", "it is not an object"), ("{}", #""method" must be a string"#),
      (#"{"method": 3}"#, #""method" must be a non-empty string"#),
      (#"{"method": "Echo"}"#, #""method" must be a string, such as"#),
      (#"{"metod": "Echo/One"}"#, "Did you mean 'method'?"),
      (#"{"method": "Echo/One", "idempotency_key": ""}"#, "must be a non-empty string"),
      (#"{"method": "Ekho/One"}"#, "Did you mean 'Echo'?"),
      (#"{"method": "Echo/Split"}"#, "streams, so batch can't call it"),
      (#"{"method": "Echo/One", "request": []}"#, "test.v1.Text"),
    ])
  func badLine(line: String, problem: String) async {
    let error = await failure([line])
    #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
    #expect(recorder.output.hasPrefix(#"{"id":1,"error":{"#))
  }

  @Test("steward batch prints nothing for an empty input")
  func empty() async throws {
    try await batch([])
    #expect(recorder.output.isEmpty)
  }

  @Test(
    "steward batch refuses options that contradict each other",
    arguments: [
      (["--in-flight", "0"], "1 to 1000"), (["--in-flight", "-1"], "1 to 1000"),
      (["--stop-on-error", "--in-flight", "2"], "one call at a time"),
      (["-o", "json"], "jsonl only"),
    ])
  func contradiction(arguments: [String], refusal: String) {
    let error = #expect(throws: (any Error).self) { try BatchCommand.parse(arguments) }
    #expect(error.map(BatchCommand.message(for:))?.contains(refusal) == true)
  }
}
