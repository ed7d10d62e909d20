internal import IPC
internal import StewardProtos

/// A call to a service of the host itself, under the header that the router gave it.
final class AdmittedCall: IncomingCall {
  let header: CallHeader
  private let call: any IncomingCall
  private let limit: Int

  /// - Throws: ``Status`` if there is no such method, or it isn't for the caller, or not for so
  ///   long a request.
  init(
    _ call: any IncomingCall, header: CallHeader, name: MethodName, methods: ModuleMethods,
    authority: Authority
  ) throws(Status) {
    guard let method = methods[name] else { throw .unknownMethod(name, among: methods) }
    try authority.check(method.rules, of: header.method)
    try method.rules.checkLength(of: header.message, of: header.method)
    self.call = call
    self.header = header
    limit = method.rules.requestLimit
  }

  var id: UInt64 { call.id }
  func send(_ message: [UInt8]) { call.send(message) }
  func grant(_ bytes: Int) { call.grant(bytes) }
  func end(_ end: CallEnd) { call.end(end) }

  /// Returns an observer that hears of no message which is longer than the method allows.
  func bounding(_ observer: any CallObserver) -> any CallObserver {
    header.halfClosed
      ? observer : BoundedRequests(observer: observer, call: self, limit: limit)
  }
}

/// Ends a call whose further messages are too long.
private final class BoundedRequests: CallObserver {
  private let observer: any CallObserver
  private let call: AdmittedCall
  private let limit: Int

  init(observer: any CallObserver, call: AdmittedCall, limit: Int) {
    (self.observer, self.call, self.limit) = (observer, call, limit)
  }

  func received(_ message: [UInt8]) {
    guard message.count > limit else { return observer.received(message) }
    let refusal = Status.requestTooLarge(call.header.method, limit: limit)
    // First for the caller, who would else hear of the cancellation.
    call.end(CallEnd(status: refusal))
    observer.cancelled(refusal)
  }

  func halfClosed() { observer.halfClosed() }
  func credited(_ bytes: Int) { observer.credited(bytes) }
  func ended(_ end: CallEnd) { observer.ended(end) }
  func cancelled(_ reason: Status) { observer.cancelled(reason) }
}

extension MethodRules {
  /// Throws if a message is longer than the method takes.
  func checkLength(of message: [UInt8]?, of method: String) throws(Status) {
    guard message?.count ?? 0 <= requestLimit else {
      throw .requestTooLarge(method, limit: requestLimit)
    }
  }
}
