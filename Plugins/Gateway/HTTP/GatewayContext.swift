import HTTPTypes
import Hummingbird
import IPC
import Logging
import Platform
import PluginKit

/// The context of a request while it is handled.
struct GatewayContext: RequestContext {
  typealias Source = GatewayContextSource

  var coreContext: CoreRequestContextStorage
  let requestID: RequestID
  /// The client's address. Shares and limits are counted per address.
  let peer: PeerAddress
  /// The credential of the caller; nil for an anonymous request.
  let credential: Credential?
  /// The time by which the request must have been read and translated.
  let deadline: ContinuousClock.Instant

  init(source: GatewayContextSource) {
    deadline = source.deadline
    coreContext = CoreRequestContextStorage(source: source)
    requestID = source.requestID
    peer = source.peer
    credential = source.credential
  }
}

/// The source from which a context is created.
struct GatewayContextSource: RequestContextSource {
  let logger: Logger
  let requestID: RequestID
  let peer: PeerAddress
  let credential: Credential?
  let deadline: ContinuousClock.Instant
}

extension GatewayContext {
  /// How long a call that a request waits for may take.
  static let callTimeout = Duration.seconds(30)

  /// Returns the options for a call to a plugin on the client's behalf.
  func callOptions(for request: Request, timeout: Duration? = callTimeout) -> CallOptions {
    CallOptions(
      timeout: timeout, metadata: credential?.metadata ?? [:],
      idempotencyKey: request.headers[.idempotencyKey] ?? "", peer: peer.description)
  }

  /// The options for a call to a plugin for a client that has no credential yet.
  var anonymousCallOptions: CallOptions {
    CallOptions(timeout: Self.callTimeout, peer: peer.description)
  }

  /// Throws if the request was read and translated too late to be acted on.
  func requireTime() throws(APIError) {
    guard ContinuousClock.now < deadline else { throw .requestTooSlow }
  }

  /// Returns the credential, or throws if there is none.
  func requireCredential() throws(APIError) -> Credential {
    guard let credential else { throw .noCredential }
    return credential
  }
}

extension HTTPField.Name {
  /// Identifies a change, so that repeating it has no second effect. (IETF draft "The
  /// Idempotency-Key HTTP Header Field")
  static let idempotencyKey = Self("idempotency-key")!
  /// The Admin API's header for the id of a request.
  static let requestID = Self("request-id")!
}
