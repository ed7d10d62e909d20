import IPC
import PluginKit
import Status
import Synchronization

/// The credentials with which a call has succeeded. Such a credential belongs to a real caller. A
/// credential that a client has made up has no effect.
final class ProvenCredentials: Sendable {
  /// The maximum number of remembered credentials. When it is reached, all credentials are
  /// forgotten and have to prove themselves again.
  private static let maximum = 16384

  /// The hashes of the credentials, under a key that only this process knows.
  private let known = Mutex<Set<Int>>([])

  func contains(_ credential: Credential) -> Bool {
    contains(credential.authorization)
  }

  /// Returns a channel to the host that records the outcome of calls with credentials.
  func channel(to host: any Channel) -> any Channel {
    WitnessedChannel(host: host, proven: self)
  }

  fileprivate func contains(_ authorization: String) -> Bool {
    known.withLock { $0.contains(authorization.hashValue) }
  }

  fileprivate func add(_ authorization: String) {
    known.withLock { known in
      if known.count >= Self.maximum { known = [] }
      known.insert(authorization.hashValue)
    }
  }

  fileprivate func remove(_ authorization: String) {
    known.withLock { _ = $0.remove(authorization.hashValue) }
  }
}

private struct WitnessedChannel: Channel {
  let host: any Channel
  let proven: ProvenCredentials

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    guard let authorization = header.metadata[Credential.field] else {
      return host.open(header, delegate: delegate)
    }
    return host.open(header, delegate: Witness(delegate, authorization, proven))
  }
}

/// A delegate that records the outcome of a call, and passes everything on to the call's own
/// delegate.
private final class Witness: CallDelegate {
  private let delegate: any CallDelegate
  private let authorization: String
  private let proven: ProvenCredentials

  init(_ delegate: any CallDelegate, _ authorization: String, _ proven: ProvenCredentials) {
    (self.delegate, self.authorization, self.proven) = (delegate, authorization, proven)
  }

  /// Records a success. A stream may continue for hours, and its first message proves as much as
  /// its end.
  func received(_ message: [UInt8]) {
    note(.ok)
    delegate.received(message)
  }

  func credited(_ bytes: Int) { delegate.credited(bytes) }

  func ended(_ end: CallEnd) {
    note(end.status.code)
    delegate.ended(end)
  }

  private func note(_ code: StatusCode) {
    switch code {
    case .ok where !proven.contains(authorization): proven.add(authorization)
    case .unauthenticated: proven.remove(authorization)
    default: break
    }
  }
}
