internal import IPC
internal import IPCProtos
internal import Status
internal import Synchronization

/// A router that knows which plugin serves a service, and sends calls there.
final class Router: Sendable {
  private static let credentialResolver = HostContract.credentialResolver.rawValue[...]

  /// The destination of the calls of one service.
  enum Destination: Sendable {
    case plugin(PluginRoute)
    /// A service of the host's own process.
    case local(ServiceRouter, PluginMethods)
    /// The router's own service, which says which callers may call which methods.
    case permissions(PluginMethods)
    /// A service whose plugin can't be used.
    case refused(Status)
  }

  private let destinations: Mutex<[Substring: Destination]>
  private let isStopping = Mutex(false)
  private let credentials: Credentials
  private let unproven = UnprovenCalls()
  private let refusals: RefusalLog?

  /// - Parameter refusals: The log of refused calls; `nil` to log none.
  init(
    _ destinations: [String: Destination] = [:], credentials: Credentials,
    refusals: RefusalLog? = nil
  ) {
    self.credentials = credentials
    self.refusals = refusals
    self.destinations = Mutex(
      Dictionary(uniqueKeysWithValues: destinations.map { ($0.key[...], $0.value) }))
  }

  /// Adds a service, or replaces the destination of its calls from now on.
  func add(_ service: String, _ destination: Destination) {
    destinations.withLock { $0[service[...]] = destination }
  }

  /// Removes a service. Calls in progress continue.
  func remove(_ service: String) {
    destinations.withLock { $0[service[...]] = nil }
  }

  /// Removes every service. Called when the host has stopped.
  func removeAll() {
    destinations.withLock { $0 = [:] }
  }

  /// Refuses new calls from now on. Calls in progress continue.
  func stop() {
    isStopping.withLock { $0 = true }
  }

  /// The full names of all services, sorted.
  var services: [String] {
    destinations.withLock { $0.keys.map(String.init).sorted() }
  }

  func destination(of service: Substring) -> Destination? {
    destinations.withLock { $0[service] }
  }

  /// Returns a call handler for the connection of `caller`.
  func handler(for caller: any Caller) -> any CallHandler {
    RouterHandler(router: self, caller: caller)
  }

  /// Returns the name of a method, and whether it changes something; `nil` if no service has it.
  ///
  /// The host doesn't know the methods of a plugin that doesn't run. It then returns the name of
  /// the service alone, and assumes that the method changes something.
  func method(named text: String) -> (name: String, isChange: Bool)? {
    guard let name = MethodName(text), let destination = destination(of: name.service) else {
      return nil
    }
    let methods: PluginMethods? =
      switch destination {
      case .local(_, let methods), .permissions(let methods): methods
      case .plugin(let route): route.session?.methods
      case .refused: nil
      }
    guard let methods else { return (String(name.service), true) }
    return methods[name].map { (text, $0.rules.idempotency != .safe) }
  }

  fileprivate func accept(_ call: any IncomingCall, from caller: any Caller) -> any CallDelegate {
    let call = AuditedCall(call, to: self, log: caller is HostCaller ? nil : refusals)
    return endingOnError(call) { () throws(Status) in try route(call, from: caller) }
  }

  /// Takes the call. If `take` throws, ends the call with that status.
  private func endingOnError(
    _ call: any IncomingCall, _ take: () throws(Status) -> any CallDelegate
  ) -> any CallDelegate {
    do throws(Status) {
      return try take()
    } catch {
      call.end(CallEnd(status: error))
      return IgnoringDelegate()
    }
  }

  private func route(
    _ call: AuditedCall, from caller: any Caller
  ) throws(Status) -> any CallDelegate {
    var header = call.header
    header.peer = caller.peer(of: header)
    call.comes(from: header.peer, withCredential: header.hasCredential)
    guard let name = MethodName(header.method) else { throw .malformedMethod(header.method) }
    // While the host drains, a call that a plugin makes for a call in progress must still pass.
    guard header.parentCall != 0 || !isStopping.withLock({ $0 }) else { throw .hostStopping }
    if !header.idempotencyKey.isEmpty { try IdempotencyKey.check(header.idempotencyKey) }
    let credential = try header.takeCredential()
    // This comes before all else: a credential doesn't let a plugin call what the plugin may not
    // call.
    let principal = try caller.principal(of: header, for: name)
    guard let credential, header.parentCall == 0 else {
      call.isMade(by: principal.principal)
      return try admit(call, header, name, as: principal)
    }
    return try dispatch(call, header, name, with: credential)
  }

  /// Dispatches a call at once if its caller is known, and otherwise when it is the turn of its
  /// peer.
  private func admit(
    _ call: any IncomingCall, _ header: CallHeader, _ name: MethodName, as principal: Principal
  ) throws(Status) -> any CallDelegate {
    // A nested call uses the slot of its parent. If it waited for another slot, both could wait
    // forever.
    guard principal.isUnproven, header.parentCall == 0, !header.peer.isEmpty else {
      return try dispatch(call, header, name, as: principal)
    }
    return unproven.admit(call, of: header.peer) { call in
      self.endingOnError(call) { () throws(Status) in
        try self.dispatch(call, header, name, as: principal)
      }
    }
  }

  /// Dispatches a call on behalf of the owner of its credential, as soon as that owner is known.
  private func dispatch(
    _ call: AuditedCall, _ header: CallHeader, _ name: MethodName, with credential: String
  ) throws(Status) -> any CallDelegate {
    guard destination(of: Self.credentialResolver) != nil else { throw .noAuthPlugin }
    let awaited = PendingAuthorizationCall()
    let known = try credentials.principal(
      of: credential, from: header.peer,
      over: { InProcessChannel(self.handler(for: HostCaller())) }
    ) { resolution in
      awaited.admitted(
        to: self.endingOnError(call) { () throws(Status) in
          let principal = try resolution.get()
          call.isMade(by: principal.principal)
          return try self.dispatch(call, header, name, as: principal.proven(by: credential))
        })
    }
    guard let known else { return awaited }
    call.isMade(by: known.principal)
    return try dispatch(call, header, name, as: known.proven(by: credential))
  }

  /// Returns the principal of a credential as it is now.
  func principal(of credential: String, from peer: String) async throws -> Principal {
    try await withCheckedThrowingContinuation { waiting in
      do throws(Status) {
        let known = try credentials.principal(
          of: credential, from: peer,
          over: { InProcessChannel(self.handler(for: HostCaller())) },
          else: { waiting.resume(with: $0) })
        if let known { waiting.resume(returning: known) }
      } catch {
        waiting.resume(throwing: error)
      }
    }
  }

  private func dispatch(
    _ call: any IncomingCall, _ received: CallHeader, _ name: MethodName, as principal: Principal
  ) throws(Status) -> any CallDelegate {
    var header = received
    header.principal = principal.principal
    header.parentCall = 0
    // A call that outlived the authority with which it is made would be a call without authority.
    if let end = principal.end { header.deadline = min(header.deadline ?? end, end) }
    switch destination(of: name.service) {
    case nil: throw .unknownService(name.service, among: services)
    case .refused(let status): throw status
    case .local(let table, let methods):
      let admitted = try HostServiceCall(
        call, header: header, name: name, methods: methods, principal: principal)
      let renewal = principal.credential.map {
        self.renewal(of: $0, from: header.peer, for: admitted.rules, of: header.method)
      }
      return admitted.bounding(
        PrincipalRenewal.$current.withValue(renewal) { table.accept(admitted) })
    case .permissions(let methods):
      let admitted = try HostServiceCall(
        call, header: header, name: name, methods: methods, principal: principal)
      return endingOnError(admitted) { () throws(Status) in
        try inquire(of: admitted, as: principal)
      }
    case .plugin(let route):
      let relayed = ProxiedCall(
        call, header: header, name: name, principal: principal, route: route)
      route.carry(relayed)
      return relayed
    }
  }
}

private struct RouterHandler: CallHandler {
  let router: Router
  let caller: any Caller

  func accept(_ call: any IncomingCall) -> any CallDelegate {
    router.accept(call, from: caller)
  }
}

/// A delegate that ignores all events of a call that has already ended.
final class IgnoringDelegate: CallDelegate {}
