internal import Crypto
internal import GoogleProtos
internal import HostProtos
internal import IPC
internal import Status

/// The requests about credentials and their responses: a value that uses no clock and no store.
struct KnownCredentials {
  typealias Awaiting = @Sendable (Credentials.Resolution) -> Void

  /// A credential, and the revision of the store when the auth plugin was asked about it.
  struct Request: Hashable {
    let digest: SHA256Digest
    let revision: UInt64
  }

  enum Finding {
    case known(Principal)
    /// The auth plugin has been asked about this credential already, and its response will be
    /// passed on.
    case awaited
    case unknown(Request)
  }

  private struct Known {
    var principal: Principal
    /// The topics of the events that may change the response. If there are none, any event may.
    var topics: [String]
    /// The revision of the store when the request was made. The response may be newer.
    var revision: UInt64
    /// The expiry in seconds since 1970; `nil` if the response holds until something changes.
    var expiry: Int64?
  }

  /// The maximum number of remembered responses. So many callers at one time are rare. Beyond that
  /// number, all responses are forgotten.
  private static let most = 4096
  /// The maximum number of topics. All plugins together have few topics. Beyond that
  /// number, all responses are forgotten.
  private static let maximumTopics = 1024

  /// The revision up to which the changes of the store are known.
  private(set) var revision: UInt64 = 0
  /// Responses of an earlier revision than this no longer count: the changes up to here are not
  /// known.
  private var forgotten: UInt64 = 0
  /// The revision of the newest event of each topic.
  private var newest: [String: UInt64] = [:]
  private var known: [SHA256Digest: Known] = [:]
  private var awaiting: [Request: [Awaiting]] = [:]

  /// Records what changed after ``revision``, or after a value that ``revision`` had a moment ago.
  mutating func learn(_ changes: StoreChanges) {
    guard changes.revision > revision else { return }
    revision = changes.revision
    guard let newest = changes.newest, self.newest.count < Self.maximumTopics else {
      (self.newest, known) = ([:], [:])
      forgotten = revision
      return
    }
    self.newest.merge(newest, uniquingKeysWith: max)
  }

  /// Looks for a response that still holds. If there is none, keeps `completion` until there is
  /// one.
  mutating func look(
    for digest: SHA256Digest, _ now: Int, else completion: @escaping Awaiting
  ) -> Finding {
    if let found = known[digest], holds(found), found.expiry.map({ $0 > now }) ?? true {
      return .known(found.principal.calling(at: Int64(now)))
    }
    let request = Request(digest: digest, revision: revision)
    awaiting[request, default: []].append(completion)
    return awaiting[request]?.count == 1 ? .unknown(request) : .awaited
  }

  /// Records a response, and returns the closures that wait for it.
  mutating func resolve(
    _ request: Request, _ response: Result<ResolveResponse, Status>
  ) -> [Awaiting] {
    if case .success(let resolved) = response {
      if known.count >= Self.most { known = [:] }
      known[request.digest] = Known(
        principal: Principal(resolved), topics: resolved.dependsOn, revision: request.revision,
        expiry: resolved.expiresAt?.seconds)
    }
    return awaiting.removeValue(forKey: request) ?? []
  }

  private func holds(_ known: Known) -> Bool {
    guard known.revision >= forgotten else { return false }
    guard !known.topics.isEmpty else { return known.revision == revision }
    return known.topics.allSatisfy { newest[$0, default: 0] <= known.revision }
  }
}
