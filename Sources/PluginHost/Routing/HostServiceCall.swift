internal import IPC
internal import IPCProtos
internal import Status
internal import Synchronization

/// A call to a service of the host itself, with the header that the router gave it.
final class HostServiceCall: IncomingCall {
  /// The header. The principal in it has only the roles that give the method's permission.
  let header: CallHeader
  let rules: MethodRules
  private let call: any IncomingCall
  private let began = ContinuousClock.now
  private let recorder: CallRecorder
  private let hasEnded = Atomic(false)

  /// - Throws: ``Status`` if there is no such method, if the caller may not call it, or if the
  ///   request is too long for it.
  init(
    _ call: any IncomingCall, header: CallHeader, name: MethodName, methods: PluginMethods,
    principal: Principal
  ) throws(Status) {
    guard let method = methods[name] else { throw .unknownMethod(name, among: methods) }
    do throws(Status) {
      try principal.check(method.rules, of: header.method)
      try method.rules.checkLength(of: header.message, of: header.method)
    } catch {
      method.calls.ended(with: error.code, since: began)
      throw error
    }
    recorder = method.calls
    self.call = call
    rules = method.rules
    var header = header
    header.principal = principal.identity(giving: rules.permission)
    self.header = header
  }

  var id: UInt64 { call.id }
  func send(_ message: [UInt8]) { call.send(message) }
  func grant(_ bytes: Int) { call.grant(bytes) }

  func end(_ end: CallEnd) {
    if !hasEnded.exchange(true, ordering: .relaxed) {
      recorder.ended(with: end.status.code, since: began)
    }
    call.end(end)
  }

  /// Returns a delegate that receives no message that is longer than the method allows.
  func bounding(_ delegate: any CallDelegate) -> any CallDelegate {
    header.halfClosed
      ? delegate : BoundedRequests(delegate: delegate, call: self, limit: rules.requestLimit)
  }
}

/// A delegate that ends a call when a further message is too long.
private final class BoundedRequests: CallDelegate {
  private let delegate: any CallDelegate
  private let call: HostServiceCall
  private let limit: Int

  init(delegate: any CallDelegate, call: HostServiceCall, limit: Int) {
    (self.delegate, self.call, self.limit) = (delegate, call, limit)
  }

  func received(_ message: [UInt8]) {
    guard message.count > limit else { return delegate.received(message) }
    let refusal = Status.requestTooLarge(call.header.method, limit: limit)
    // Ends the call for the caller first. Otherwise the caller would only see the cancellation.
    call.end(CallEnd(status: refusal))
    delegate.cancelled(refusal)
  }

  func halfClosed() { delegate.halfClosed() }
  func credited(_ bytes: Int) { delegate.credited(bytes) }
  func ended(_ end: CallEnd) { delegate.ended(end) }
  func cancelled(_ reason: Status) { delegate.cancelled(reason) }
}

extension MethodRules {
  /// Throws if a message is longer than the method allows.
  func checkLength(of message: [UInt8]?, of method: String) throws(Status) {
    guard message?.count ?? 0 <= requestLimit else {
      throw .requestTooLarge(method, limit: requestLimit)
    }
  }
}
