import IPC
import JSONCalls
import ProtobufRuntime
import Status
import Testing

@Suite("The directory of methods")
struct MethodDirectoryTests {
  let host = ShopHost()
  let buy = MethodName("Shop/Buy")!
  /// A directory whose descriptions never become too old.
  let directory: MethodDirectory

  init() {
    directory = MethodDirectory(
      over: host.channel, memory: .seconds(3600), youth: .seconds(3600))
  }

  private func text(_ json: JSONValue, _ call: JSONCall) async throws -> String {
    try await call.response(
      to: try call.request(json), over: host.channel, options: CallOptions()
    ).description
  }

  @Test("The directory asks once about a service, however many calls ask at the same time")
  func once() async throws {
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 { group.addTask { try await directory.call(of: buy) } }
      for try await call in group { #expect(call.path == "test.v1.Shop/Buy") }
    }
    #expect(host.requests == ["", "test.v1.Shop"])
  }

  @Test("The directory asks again when a description is older than the caller accepts")
  func age() async throws {
    _ = try await directory.call(of: buy)
    host.replace(field: "article")
    _ = try await directory.call(of: buy)
    let call = try await directory.call(of: buy, noOlderThan: .zero)
    #expect(try await text(.object([("article", .string("tea"))]), call) == #"{"article":"tea"}"#)
  }

  @Test("The directory does not ask again at each mistake while its description is recent")
  func mistakes() async throws {
    let call = try await directory.call(of: buy)
    for _ in 0..<5 {
      await #expect(throws: Status.self) {
        try await directory.withCall(of: buy, describedAs: call) {
          try $0.request(.object([("x", .null)]))
        }
      }
    }
    #expect(host.requests == ["", "test.v1.Shop"])
  }

  @Test("A request is translated again only with a description that differs")
  func translatedOnce() async throws {
    // In this directory, every description is too old at once.
    let directory = MethodDirectory(over: host.channel, memory: .zero, youth: .zero)
    let call = try await directory.call(of: buy)
    let order = #"{"article": "tea"}"#
    var translations = 0
    let refused = await #expect(throws: Status.self) {
      try await directory.withCall(of: buy, describedAs: call) { call in
        translations += 1
        return try call.request(parsing: order)
      }
    }
    #expect(refused?.reason == "UNKNOWN_FIELD")
    #expect(translations == 1)

    host.replace(field: "article")
    translations = 0
    _ = try await directory.withCall(of: buy, describedAs: call) { call in
      translations += 1
      return try call.request(parsing: order)
    }
    #expect(translations == 2)
  }

  @Test("The directory asks for no other description because of a request that is not JSON")
  func malformed() async throws {
    let directory = MethodDirectory(over: host.channel, memory: .seconds(3600), youth: .zero)
    let call = try await directory.call(of: buy)
    let asked = host.requests
    await #expect(throws: Status.self) {
      try await directory.withCall(of: buy, describedAs: call) { try $0.request(parsing: "{") }
    }
    #expect(host.requests == asked)
  }

  @Test("The directory does not remember that a plugin could not be described")
  func failures() async throws {
    host.set(isUp: false)
    await #expect(throws: Status.self) { try await directory.call(of: buy) }
    host.set(isUp: true)
    #expect(try await directory.call(of: buy).path == "test.v1.Shop/Buy")
  }

  @Test("An unknown service or method is refused with the most similar name")
  func unknown() async throws {
    for name in ["Shpo/Buy", "Shop/Byu"] {
      let name = try #require(MethodName(name))
      let status = await #expect(throws: Status.self) { try await directory.call(of: name) }
      #expect(status?.code == .unimplemented)
      #expect(status?.message.contains("Did you mean '") == true)
    }
  }

  @Test("A call takes a stream of texts as requests, and returns responses as they are taken")
  func streams() async throws {
    let list = try #require(MethodName("Shop/List"))
    let call = try await directory.call(of: list)
    let (lines, continuation) = AsyncStream<String>.makeStream()
    for line in [#"{"item":"tea"}"#, "", #"{"item":"milk"}"#] { continuation.yield(line) }
    continuation.finish()
    let source = Lines(lines)
    let responses = try await call.responses(
      toEachOf: { await source.next() }, over: host.channel, options: CallOptions())
    var items: [JSONValue?] = []
    for try await response in responses { items.append(response["item"]) }
    #expect(items == [.string("tea"), .string("milk")])
  }
}

/// An actor that returns the elements of a stream, one after the other.
private actor Lines {
  private let stream: AsyncStream<String>

  init(_ stream: AsyncStream<String>) { self.stream = stream }

  func next() async -> String? {
    var iterator = stream.makeAsyncIterator()
    return await iterator.next(isolation: self)
  }
}
