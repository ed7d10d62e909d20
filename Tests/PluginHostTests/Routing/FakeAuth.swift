import GoogleProtos
import HostProtos
import HostServices
import IPC
import IPCProtos
import Status
import Synchronization

@testable import PluginHost

/// A credential resolver in this process.
final class FakeAuth: CredentialResolverServiceProtocol {
  private struct State {
    var responses: [String: ResolveResponse] = [:]
    var asked: [String] = []
    var askers: [IPCPrincipal?] = []
    var peers: [String] = []
    var isHeld = false
    var held: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  /// A stream with one element for each resolve request that arrived.
  let requests: AsyncStream<Void>
  private let arrivals: AsyncStream<Void>.Continuation

  init() {
    (requests, arrivals) = AsyncStream.makeStream()
  }

  /// The credentials of the resolve requests, in order.
  var asked: [String] { state.withLock { $0.asked } }
  /// The principals that called ``resolve(_:context:)``, in order.
  var askers: [IPCPrincipal?] { state.withLock { $0.askers } }
  /// The peers that presented the credentials, in order.
  var peers: [String] { state.withLock { $0.peers } }

  /// Makes a credential resolve to the user `id` with these permissions from now on.
  func know(
    _ credential: String, as id: String, _ permissions: [String], until expiry: Int64? = nil,
    dependingOn topics: [String] = [], roles: [IPCRoleGrant] = [],
    giving given: [RolePermissions] = []
  ) {
    state.withLock {
      $0.responses[credential] = ResolveResponse(
        principal: IPCPrincipal(kind: .user, id: id, roles: roles), permissions: permissions,
        expiresAt: expiry.map { GoogleTimestamp(seconds: $0) }, dependsOn: topics, roles: given)
    }
  }

  func forget(_ credential: String) {
    state.withLock { $0.responses[credential] = nil }
  }

  /// Holds every response from now on, until ``release()``.
  func hold() { state.withLock { $0.isHeld = true } }

  func release() {
    let held = state.withLock { state in
      state.isHeld = false
      defer { state.held = [] }
      return state.held
    }
    for waiter in held { waiter.resume() }
  }

  /// Adds the service to a router.
  func serve(in router: Router) throws {
    let methods = try PluginMethods(of: [Self.name], in: Self.descriptorSet)
    router.add(Self.name, .local(ServiceRouter([self]), methods))
  }

  func resolve(_ request: ResolveRequest, context: CallContext) async throws -> ResolveResponse {
    let response = state.withLock { state in
      state.asked.append(request.credential)
      state.askers.append(context.principal)
      state.peers.append(context.peer)
      return state.responses[request.credential]
    }
    await withCheckedContinuation { waiter in
      let isHeld = state.withLock { state in
        if state.isHeld { state.held.append(waiter) }
        return state.isHeld
      }
      arrivals.yield()
      if !isHeld { waiter.resume() }
    }
    guard let response else {
      throw Status(
        .unauthenticated, reason: "INVALID_CREDENTIAL", message: "The credential is unknown.")
    }
    return response
  }
}
