internal import IPC
internal import Status
internal import Store

/// A call that was refused, as far as the log tells it from others.
///
/// It never holds what the caller sent: neither a credential nor an address that was tried.
struct Refusal: Hashable, Sendable {
  /// What becomes of a call, as an event's action.
  enum Kind: String, Hashable, Sendable {
    /// The caller may not do that.
    case denied = "call.denied"
    /// The caller didn't prove who it is: a failed login, or a credential that is none.
    case unauthenticated = "call.unauthenticated"
    /// The caller has tried too often.
    case throttled = "call.throttled"
  }

  var kind: Kind
  /// The caller, as far as the host knew it.
  var actor: String
  var method: String
  var reason: String
  /// Where the caller was; empty on this machine.
  var peer: String
}

extension Refusal.Kind {
  /// What a call's end says; `nil` when the log has no interest in it.
  ///
  /// A refused read is not: it changes nothing, and there are too many. A credential that is none
  /// counts wherever it is tried.
  ///
  /// - Parameters:
  ///   - isChange: Whether the method changes something.
  ///   - hasCredential: Whether the caller has presented one.
  init?(_ status: Status, isChange: Bool, hasCredential: Bool) {
    switch status.code {
    case .permissionDenied where isChange: self = .denied
    case .unauthenticated where isChange || hasCredential: self = .unauthenticated
    // A full disk has no delay after which it isn't full.
    case .resourceExhausted where status.retryDelay != nil: self = .throttled
    default: return nil
    }
  }
}
