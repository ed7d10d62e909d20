import AdminPlugins
import AdminProtos
import AdminServices
import Foundation
import IPC
import JSONCalls
import ProtobufRuntime
import Status
import Store
import Testing

@testable import AdminModel
@testable import PluginHost

/// One number once ended the gateway, and another one blocked every create for good. A trap ends
/// this process, so the test can't overlook one.
@Suite(
  "Extreme numbers in every field of every method", .timeLimit(.minutes(5)))
struct ExtremeNumberTests {
  /// Longer than any call takes that ends by itself. Other calls are given up after this time.
  private static let patience = Duration.milliseconds(300)

  @Test("Extreme numbers in binary and JSON get a response or a refusal, never an internal error")
  func everyMethod() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-extremes-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let directory = try DataDirectory.prepare(folder)
    let store = try Store.openAdmin(
      directory: directory.store, options: StoreOptions(durable: false))
    let host = try await InMemoryHost(
      directory, store, services: AdminPlugins.services(over: store))
    let make = Clients(channel: host.operatorChannel)
    _ = try await make.auth.claim(
      ClaimRequest(
        organizationName: "First", name: "Super", email: "super@extreme.example",
        password: Fixture.password))

    var calls = 0
    var tried: Set<String> = []
    for set in host.descriptorSets {
      let pool = try DescriptorPool(serializedFileDescriptorSet: set)
      for service in host.services.compactMap({ pool.services[$0] })
      where tried.insert(service.fullName).inserted {
        for method in service.methods {
          let values = try await SoundValues(make, number: calls)
          calls += try await Self.callAll(method, of: service, pool, values, host.operatorChannel)
        }
      }
    }
    #expect(calls > 1000)
    _ = try await make.orgs.create(CreateOrganizationRequest(name: "Still works"))
  }

  /// Makes all calls of a method, and returns how many it made.
  private static func callAll(
    _ method: MethodDescriptor, of service: ServiceDescriptor, _ pool: DescriptorPool,
    _ values: SoundValues, _ channel: any Channel
  ) async throws -> Int {
    let type = try pool.message(named: method.input)
    let response = try pool.message(named: method.output)
    let requests = try ExtremeRequests(
      type: type, base: values.request(type, to: service.name)
    ).all()
    let path = "\(service.fullName)/\(method.name)"
    for request in requests {
      let failure = await failure {
        for message in try await responses(of: method, path, RawMessage(bytes: request), channel) {
          _ = try response.json(fromSerialized: message.bytes, options: .whole).description
        }
      }
      #expect(
        ![.internal, .unknown, .dataLoss].contains(failure?.code ?? .ok),
        "\(path) \(request): \(String(describing: failure))")
    }
    return requests.count
  }

  private static func failure(of call: () async throws -> Void) async -> Status? {
    do {
      try await call()
      return nil
    } catch {
      return Status(describing: error)
    }
  }

  /// Returns the response, or the first responses of a stream.
  private static func responses(
    of method: MethodDescriptor, _ path: String, _ request: RawMessage, _ channel: any Channel
  ) async throws -> [RawMessage] {
    let options = CallOptions(timeout: patience)
    switch (method.clientStreaming, method.serverStreaming) {
    case (false, false):
      return [try await channel.unary(path, request, options)]
    case (false, true):
      return try await first(try await channel.serverStreaming(path, request, options))
    case (true, false):
      return [try await channel.clientStreaming(path, options) { try await $0.send(request) }]
    case (true, true):
      return try await first(
        try await channel.bidirectional(path, options) { try await $0.send(request) })
    }
  }

  private static func first(_ stream: MessageStream<RawMessage>) async throws -> [RawMessage] {
    var responses: [RawMessage] = []
    while responses.count < 3, let response = try await stream.next() { responses.append(response) }
    return responses
  }
}
