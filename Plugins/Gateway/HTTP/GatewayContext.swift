import HTTPTypes
import Hummingbird
import IPC
import Logging
import PluginKit
import System

/// What is known of a request while it is answered.
struct GatewayContext: RequestContext {
  typealias Source = GatewayContextSource

  var coreContext: CoreRequestContextStorage
  let requestID: RequestID
  /// Where the client is: what shares and limits are counted by.
  let peer: PeerAddress
  /// Whose behalf the request is made on; nil for nobody's.
  let credential: Credential?
  /// By when the request must have been read and translated.
  let deadline: ContinuousClock.Instant

  init(source: GatewayContextSource) {
    deadline = source.deadline
    coreContext = CoreRequestContextStorage(source: source)
    requestID = source.requestID
    peer = source.peer
    credential = source.credential
  }
}

/// What a context is made from.
struct GatewayContextSource: RequestContextSource {
  let logger: Logger
  let requestID: RequestID
  let peer: PeerAddress
  let credential: Credential?
  let deadline: ContinuousClock.Instant
}

extension GatewayContext {
  /// How long a call may take that a request waits for.
  static let callTimeout = Duration.seconds(30)

  /// Returns how to call a plugin on the client's behalf.
  func callOptions(for request: Request, timeout: Duration? = callTimeout) -> CallOptions {
    CallOptions(
      timeout: timeout, metadata: credential?.metadata ?? [:],
      idempotencyKey: request.headers[.idempotencyKey] ?? "", peer: peer.description)
  }

  /// How to call a plugin for a client that has no credential yet.
  var anonymousCallOptions: CallOptions {
    CallOptions(timeout: Self.callTimeout, peer: peer.description)
  }

  /// Refuses a request that was read and translated too late for anything to come of it.
  func requireTime() throws(APIError) {
    guard ContinuousClock.now < deadline else { throw .requestTooSlow }
  }

  /// The credential, where one is needed.
  func requireCredential() throws(APIError) -> Credential {
    guard let credential else { throw .noCredential }
    return credential
  }
}

extension HTTPField.Name {
  /// Names a change, so that repeating it has no second effect. (IETF draft "The Idempotency-Key HTTP Header Field")
  static let idempotencyKey = Self("idempotency-key")!
  /// What the Admin API calls a request by.
  static let requestID = Self("request-id")!
}
