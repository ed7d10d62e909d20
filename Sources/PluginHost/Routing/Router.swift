internal import IPC
internal import IPCProtos
internal import Status
internal import Synchronization

/// Knows which plugin serves a service, and brings calls there.
final class Router: Sendable {
  private static let authService: Substring = "steward.auth.v1.Auth"

  /// Where the calls of one service go.
  enum Destination: Sendable {
    case plugin(PluginRoute)
    /// Services of the host's own process.
    case local(ServiceRouter, PluginMethods)
    /// The router's own service, which says who may call what.
    case permissions(PluginMethods)
    /// Its plugin can't be used.
    case refused(Status)
  }

  private let destinations: Mutex<[Substring: Destination]>
  private let isStopping = Mutex(false)
  private let credentials: Credentials
  private let unproven = UnprovenCalls()
  private let refusals: RefusalLog?

  /// - Parameter refusals: Where refused calls are noted; `nil` for nowhere.
  init(
    _ destinations: [String: Destination] = [:], credentials: Credentials,
    refusals: RefusalLog? = nil
  ) {
    self.credentials = credentials
    self.refusals = refusals
    self.destinations = Mutex(
      Dictionary(uniqueKeysWithValues: destinations.map { ($0.key[...], $0.value) }))
  }

  /// Adds a service, or gives its calls another destination from now on.
  func add(_ service: String, _ destination: Destination) {
    destinations.withLock { $0[service[...]] = destination }
  }

  /// Takes a service away. Calls under way go on.
  func remove(_ service: String) {
    destinations.withLock { $0[service[...]] = nil }
  }

  /// Lets go of every service, when the host has stopped.
  func removeAll() {
    destinations.withLock { $0 = [:] }
  }

  /// New calls are refused from now on; those under way go on.
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

  /// A dispatcher for the connection of `caller`.
  func handler(for caller: any Caller) -> any CallHandler {
    RouterHandler(router: self, caller: caller)
  }

  /// What a method is called, and whether it changes something; `nil` if no service has it.
  ///
  /// Of a plugin that doesn't run the host knows no methods: there only the service is named.
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
    return answering(call) { () throws(Status) in try route(call, from: caller) }
  }

  /// Ends the call itself if nobody takes it.
  private func answering(
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
    call.comes(from: header.peer, withCredential: BearerCredential.isIn(header))
    guard let name = MethodName(header.method) else { throw .malformedMethod(header.method) }
    // A call that a plugin makes for one under way must still go through while the host drains.
    guard header.parentCall != 0 || !isStopping.withLock({ $0 }) else { throw .hostStopping }
    if !header.idempotencyKey.isEmpty { try IdempotencyKey.check(header.idempotencyKey) }
    let credential = try BearerCredential.take(from: &header)
    // First of all: a credential gives a plugin no way to what it may not call.
    let principal = try caller.principal(of: header, for: name)
    guard let credential, header.parentCall == 0 else {
      call.isMade(by: principal.principal)
      return try admit(call, header, name, as: principal)
    }
    return try dispatch(call, header, name, with: credential)
  }

  /// Dispatches a call at once if its caller is known, and otherwise when it is its peer's turn.
  private func admit(
    _ call: any IncomingCall, _ header: CallHeader, _ name: MethodName, as principal: Principal
  ) throws(Status) -> any CallDelegate {
    // A nested call has its parent's place: waiting for another one, both could wait for ever.
    guard principal.isUnproven, header.parentCall == 0, !header.peer.isEmpty else {
      return try dispatch(call, header, name, as: principal)
    }
    return unproven.admit(call, of: header.peer) { call in
      self.answering(call) { () throws(Status) in
        try self.dispatch(call, header, name, as: principal)
      }
    }
  }

  /// Dispatches a call as the one whose credential it carries, as soon as it is known whose that is.
  private func dispatch(
    _ call: AuditedCall, _ header: CallHeader, _ name: MethodName, with credential: String
  ) throws(Status) -> any CallDelegate {
    guard destination(of: Self.authService) != nil else { throw .noAuthPlugin }
    let awaited = PendingAuthorizationCall()
    let known = try credentials.principal(
      of: credential, from: header.peer,
      over: { InProcessChannel(self.handler(for: HostCaller())) }
    ) { answer in
      awaited.admitted(
        to: self.answering(call) { () throws(Status) in
          let principal = try answer.get()
          call.isMade(by: principal.principal)
          return try self.dispatch(call, header, name, as: principal)
        })
    }
    guard let known else { return awaited }
    call.isMade(by: known.principal)
    return try dispatch(call, header, name, as: known)
  }

  private func dispatch(
    _ call: any IncomingCall, _ received: CallHeader, _ name: MethodName, as principal: Principal
  ) throws(Status) -> any CallDelegate {
    var header = received
    header.principal = principal.principal
    header.parentCall = 0
    // A call that outlived the authority that it is made with would be one without any.
    if let end = principal.end { header.deadline = min(header.deadline ?? end, end) }
    switch destination(of: name.service) {
    case nil: throw .unknownService(name.service, among: services)
    case .refused(let status): throw status
    case .local(let table, let methods):
      let admitted = try HostServiceCall(
        call, header: header, name: name, methods: methods, principal: principal)
      return admitted.bounding(table.accept(admitted))
    case .permissions(let methods):
      let admitted = try HostServiceCall(
        call, header: header, name: name, methods: methods, principal: principal)
      return try inquire(of: admitted, as: principal)
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

/// Hears of a call that has already been answered.
final class IgnoringDelegate: CallDelegate {}
