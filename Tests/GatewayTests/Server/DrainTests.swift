import Dispatch
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import GatewayPlugin

@Suite("A server that drains", .timeLimit(.minutes(1)))
struct DrainTests {
  @Test("A drain lets a request in progress finish, closes idle connections, and then ends")
  func drain() async throws {
    let (entered, entering) = AsyncStream<Void>.makeStream()
    let (released, releasing) = AsyncStream<Void>.makeStream()
    let slow = Route(.get, "/slow", .forTests) { _, _ in
      entering.finish()
      for await _ in released {}
      return .text("late")
    }
    let server = try TestServer(.quiet, [slow, .hello])
    let idle = try server.client()
    await idle.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
    _ = await idle.receive(until: "hello")
    let busy = try server.client()
    await busy.send("GET /slow HTTP/1.1\r\nhost: a\r\n\r\n")
    for await _ in entered {}

    async let drained: Void = server.drain()
    #expect(await idle.receiveAll().isEmpty)
    releasing.finish()
    #expect(await busy.receiveAll().hasSuffix("late"))
    await drained
    try await server.ended()
  }

  @Test("An idle client may send one more request, and is told that it was the last")
  func lastRequest() async throws {
    var settings = GatewaySettings.quiet
    settings.drainGrace = .seconds(60)
    let server = try TestServer(settings)
    let clients = try (1...3).map { _ in try server.client() }
    // A client that has got a response has been accepted.
    for client in clients {
      await client.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
      _ = await client.receive(until: "hello")
    }
    async let drained: Void = server.drain()
    for client in clients {
      var response = ""
      repeat {
        await client.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
        response = await client.receive(until: "hello")
        try #require(response.hasPrefix("HTTP/1.1 200") && response.hasSuffix("hello"))
      } while !response.contains("Connection: close")
      #expect(await client.receiveAll().isEmpty)
    }
    await drained
  }

  /// The reason for this test: NIO aborts the process when a connection that was set up is dropped
  /// unserved. That happened when the socket was closed in that moment. Also, a request is lost
  /// when its connection is closed while the request crosses the network.
  @Test("No request of any client is lost when servers follow one another on one socket")
  func succession() async throws {
    let socket = try ListeningSocket()
    defer { socket.close() }
    let crowd = Crowd(port: socket.port)
    try await withThrowingTaskGroup { group in
      defer { crowd.dismiss() }
      group.addTask { try await crowd.comeAndGo() }
      for _ in 1...3 {
        group.addTask { try await crowd.askOnce() }
        group.addTask { try await crowd.stay() }
      }
      var settings = GatewaySettings.quiet
      settings.drainGrace = .seconds(30)
      var server = try TestServer(settings, on: socket.duplicate())
      for _ in 1...100 {
        let next = Mutex<TestServer?>(nil)
        await server.drain { [settings] in
          let follower = try? TestServer(settings, on: socket.duplicate())
          next.withLock { $0 = follower }
        }
        try await server.ended()
        server = try #require(next.withLock { $0 })
      }
      crowd.dismiss()
      try await group.waitForAll()
      await server.drain()
    }
    #expect(crowd.lost.isEmpty)
    #expect(crowd.served > 100)
  }
}

/// Clients that connect and send requests until they are dismissed.
private final class Crowd: Sendable {
  private struct State {
    var isWanted = true
    var served = 0
    var lost: [String] = []
  }

  private let port: UInt16
  private let connecting = DispatchQueue(label: "connecting")
  private let state = Mutex(State())

  init(port: UInt16) { self.port = port }

  var served: Int { state.withLock { $0.served } }
  /// The texts that arrived instead of a complete response.
  var lost: [String] { state.withLock { $0.lost } }

  func dismiss() { state.withLock { $0.isWanted = false } }

  /// Connects and leaves, and then sends a request. So the socket never has more clients than room.
  /// The system would let further clients wait for minutes.
  func comeAndGo() async throws {
    while isWanted {
      for _ in 1...4 { _ = try await client() }
      let client = try await client()
      await client.send(.get("/hello"))
      note(await client.receiveAll())
    }
  }

  /// Sends one request on each connection.
  func askOnce() async throws {
    while isWanted {
      let client = try await client()
      await client.send(.get("/hello"))
      note(await client.receiveAll())
    }
  }

  /// Sends one request after the other, until a response says that it is the last.
  func stay() async throws {
    while isWanted {
      let client = try await client()
      var response = ""
      while isWanted, !response.contains("Connection: close") {
        await client.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
        response = await client.receive(until: "hello")
        note(response)
      }
    }
  }

  private var isWanted: Bool { state.withLock { $0.isWanted } }

  /// Connects on a queue, because connecting blocks while the socket has more clients than room.
  private func client() async throws -> RawClient {
    try await withCheckedThrowingContinuation { continuation in
      connecting.async { [self] in
        continuation.resume(with: Result { try RawClient(port: port, to: self) })
      }
    }
  }

  private func note(_ response: String) {
    let isWhole = response.hasPrefix("HTTP/1.1 200") && response.hasSuffix("hello")
    state.withLock { state in
      if isWhole { state.served += 1 } else { state.lost.append(response) }
    }
  }
}
