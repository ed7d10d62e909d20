import EchoService
import HostProtos
import IPC
import IPCProtos
import Synchronization

@testable import PluginHost

/// A plugin in this process, behind a router.
final class InMemoryPlugin: Sendable {
  let router: Router
  /// The events that the router reads in place of a store's.
  let events: Events
  let route: PluginRoute
  /// The number of times that the route asked for a start of the plugin.
  var wakes: Int { counter.count.withLock { $0 } }
  /// The plugin's own end of the session that was started last.
  var lastEnd: Connection? { pluginEnds.withLock { $0 } }
  private let counter = Counter()
  private let pluginEnds = Mutex<Connection?>(nil)
  /// The channel through which the operator calls.
  let channel: any Channel

  /// Creates a plugin that is not started yet.
  ///
  /// - Parameters:
  ///   - probation: How long a suspect call is served alone at most. By default that is as long as
  ///     the call takes.
  ///   - refusals: The log for refused calls.
  init(probation: Duration = .seconds(3600), refusals: RefusalLog? = nil) {
    let events = Events()
    self.events = events
    router = Router(credentials: Credentials { events.after($0) }, refusals: refusals)
    route = PluginRoute(name: "echo", probation: probation) { [counter] in
      counter.count.withLock { $0 += 1 }
    }
    router.add(EchoService.name, .plugin(route))
    channel = InProcessChannel(router.handler(for: OperatorCaller(uid: 7)))
  }

  /// Starts a plugin that serves echo, and returns the host's end of its session.
  func start(grants: ManifestGrants = ManifestGrants()) async throws -> PluginSession {
    let (hostEnd, pluginEnd) = MemoryTransport.pair()
    let plugin = Connection.plugin(over: pluginEnd) { _, connection in
      Connection.Introduction(
        welcome: IPCWelcome(name: "echo", services: [EchoService.name]),
        handler: ServiceRouter([EchoService(host: connection)]))
    }
    pluginEnds.withLock { $0 = plugin }
    return try await session(over: hostEnd, grants: grants)
  }

  /// Starts a plugin whose calls `handler` takes. Only the handler responds to them.
  func start(
    _ handler: any CallHandler, serving service: String = EchoService.name
  ) async throws -> PluginSession {
    let (hostEnd, pluginEnd) = MemoryTransport.pair()
    let plugin = Connection.plugin(over: pluginEnd) { _, _ in
      Connection.Introduction(welcome: IPCWelcome(name: "echo"), handler: handler)
    }
    pluginEnds.withLock { $0 = plugin }
    return try await session(over: hostEnd, grants: ManifestGrants(), serving: service)
  }

  private func session(
    over transport: MemoryTransport, grants: ManifestGrants,
    serving service: String = EchoService.name
  ) async throws -> PluginSession {
    let caller = PluginCaller(plugin: "echo", grants: grants)
    let connection = Connection.host(
      over: transport, hello: IPCHello(), handler: router.handler(for: caller))
    caller.attach(connection)
    _ = try await connection.ready()
    let names = service.split(separator: ".")
    let methods = try PluginMethods(
      of: [service],
      in: EchoDescriptors.set(
        package: names.dropLast().joined(separator: "."), service: "\(names[names.count - 1])"),
      recorder: route.recorder)
    return PluginSession(connection: connection, methods: methods)
  }
}

/// The events of a simulated store.
final class Events: Sendable {
  private let kinds = Mutex<[String]>([])

  /// Adds the event of a committed change.
  func add(_ kind: String) { kinds.withLock { $0.append(kind) } }

  func after(_ revision: UInt64) -> StoreChanges {
    kinds.withLock { kinds in
      let last = UInt64(kinds.count)
      guard last - revision <= UInt64(StoreChanges.most) else {
        return StoreChanges(revision: last)
      }
      let new = zip(kinds, 1...last + 1).dropFirst(Int(revision))
      return StoreChanges(revision: last, newest: Dictionary(new, uniquingKeysWith: max))
    }
  }
}

private final class Counter: Sendable {
  let count = Mutex(0)
}

/// A handler that yields each call on a stream and never responds by itself.
final class SilentPlugin: CallHandler {
  let calls: AsyncStream<any IncomingCall>
  private let arrivals: AsyncStream<any IncomingCall>.Continuation

  init() {
    (calls, arrivals) = AsyncStream.makeStream()
  }

  func accept(_ call: any IncomingCall) -> any CallDelegate {
    arrivals.yield(call)
    return Deaf()
  }

  /// Returns the next call that arrives, or nil if the stream ends.
  func next() async -> (any IncomingCall)? {
    var iterator = calls.makeAsyncIterator()
    return await iterator.next()
  }
}

private final class Deaf: CallDelegate {}
