import IPC
import IPCProtos
import PluginKit
import Status

/// A Ping is used as a number.
typealias Number = IPCPing

/// A small plugin for the tests of the kit.
struct NumberPlugin: PluginKit.Plugin {
  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    if environment.config["store"] == "needed" { _ = try environment.storeDirectory }
    let service = NumberService(environment: environment)
    if !environment.listeners.isEmpty { environment.whenDraining { await service.drain() } }
    return [service]
  }
}

struct NumberService: Service {
  static let name = "test.Numbers"
  /// A set of one file that has only a name, "n".
  static let descriptorSet: [UInt8] = [0x0A, 0x03, 0x0A, 0x01, 0x6E]

  let environment: PluginEnvironment
  /// The drains that have begun. Resuming a continuation ends its drain.
  private let drains = AsyncStream<CheckedContinuation<Void, Never>>.makeStream()

  init(environment: PluginEnvironment) {
    self.environment = environment
  }

  func register(in methods: inout ServiceRouter) {
    methods.unary("test.Numbers/Double", double)
    methods.unary("test.Numbers/AskHost", askHost)
    methods.unary("test.Numbers/AwaitDrain", awaitDrain)
    methods.unary("test.Numbers/Hang", hang)
    methods.unary("test.Numbers/WhoAmI", whoAmI)
  }

  func double(_ number: Number, context: CallContext) async throws -> Number {
    Number(token: 2 * number.token)
  }

  func askHost(_ number: Number, context: CallContext) async throws -> Number {
    try await environment.host.unary("test.Other/Square", number, CallOptions())
  }

  /// Waits for a drain, and ends it after the host's response. So calls still go both ways.
  func awaitDrain(_ number: Number, context: CallContext) async throws -> Number {
    for await drained in drains.stream {
      defer { drained.resume() }
      return try await askHost(number, context: context)
    }
    throw CancellationError()
  }

  func drain() async {
    await withCheckedContinuation { _ = drains.continuation.yield($0) }
  }

  func whoAmI(_ number: Number, context: CallContext) async throws -> IPCPrincipal {
    context.principal ?? IPCPrincipal()
  }

  func hang(_ number: Number, context: CallContext) async throws -> Number {
    let (never, _) = AsyncStream<Number>.makeStream()
    for await number in never { return number }
    throw CancellationError()
  }
}

/// A service of another plugin.
struct OtherService: Service {
  static let name = "test.Other"
  static let descriptorSet: [UInt8] = []

  func register(in methods: inout ServiceRouter) {
    methods.unary("test.Other/Square") { (number: Number, _) in
      Number(token: number.token * number.token)
    }
  }
}

struct NumberClient {
  let channel: any Channel

  func call(_ method: String, _ number: UInt64) async throws -> UInt64 {
    let response: Number = try await channel.unary(
      "test.Numbers/\(method)", Number(token: number), CallOptions())
    return response.token
  }
}

/// Returns the reason of the status that `body` throws.
func reason(of body: () async throws -> Void) async -> String? {
  do {
    try await body()
    return nil
  } catch {
    return Status(describing: error).reason.rawValue
  }
}
