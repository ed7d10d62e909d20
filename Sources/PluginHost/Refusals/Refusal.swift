internal import IPC
internal import Status
internal import Store

/// A refused call, with the properties by which the log distinguishes it from others.
///
/// It never contains what the caller sent: neither a credential nor an address that was tried.
struct Refusal: Hashable, Sendable {
  /// The kind of a refusal, as the action of an event.
  enum Kind: String, Hashable, Sendable {
    /// The caller may not call the method.
    case denied = "call.denied"
    /// The caller didn't prove its identity: a login failed, or a credential is not valid.
    case unauthenticated = "call.unauthenticated"
    /// The caller has tried too often.
    case throttled = "call.throttled"
  }

  var kind: Kind
  /// The caller, as far as the host knew it.
  var actor: String
  /// The organization in which the caller has all its roles; empty if there is none, or several.
  var organization: String
  var method: String
  var reason: String
  /// The address of the caller; empty on this machine.
  var peer: String
}

extension Refusal.Kind {
  /// Creates the kind from the status of a call's end; `nil` when the log doesn't record such an
  /// end.
  ///
  /// A refused read is not recorded: it changes nothing, and there are too many of them. A
  /// credential that is not valid is recorded for every method.
  ///
  /// - Parameters:
  ///   - isChange: Whether the method changes something.
  ///   - hasCredential: Whether the caller has presented a credential.
  init?(_ status: Status, isChange: Bool, hasCredential: Bool) {
    switch status.code {
    case .permissionDenied where isChange: self = .denied
    case .unauthenticated where isChange || hasCredential: self = .unauthenticated
    // A full disk has no delay after which it is no longer full.
    case .resourceExhausted where status.retryDelay != nil: self = .throttled
    default: return nil
    }
  }
}
