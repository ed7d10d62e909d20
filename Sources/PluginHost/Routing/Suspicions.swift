internal import Crypto
internal import IPC
internal import IPCProtos

/// The calls that ended a plugin's processes, or may have.
///
/// When a process dies by its own fault, each call that it served is a suspect. The same request is
/// a suspect when it arrives again. A suspect is served alone. If the process dies again, the call
/// is poison: from then on it is refused before it reaches a process. A caller that sends one
/// poison call after another is refused that method for a while. Other callers are not.
struct Suspicions: Sendable {
  typealias Instant = ContinuousClock.Instant

  enum Verdict: Hashable {
    case free
    case suspect
    case poison(until: Instant)
  }

  /// The caller of a method, and the caller's address. A caller is not refused for what another has
  /// sent.
  private struct Source: Hashable {
    let kind: Int32
    let principal: String
    let peer: String
    let method: String

    init(_ header: CallHeader) {
      kind = header.principal?.kind.rawValue ?? 0
      principal = header.principal?.id ?? ""
      peer = header.peer
      method = header.method
    }
  }

  private struct Record {
    /// The newest times at which a process died while it served a call of this source.
    var deaths: [Instant] = []
    /// The newest times at which a call of this source turned out to be poison.
    var poisonings: [Instant] = []
    /// The requests that are suspect (`nil`), or that are poison until a time.
    var requests: [SHA256Digest: Instant?] = [:]
    var last: Instant
  }

  /// The time for which a poison call and a source are remembered.
  static let memory = Duration.seconds(600)
  /// The number of deaths or poison calls of one source within ``window`` after which each of its
  /// calls is a suspect or is refused.
  static let tolerated = 3
  static let window = Duration.seconds(60)
  private static let maximumSources = 256
  private static let maximumRequests = 64
  /// The number of bytes that are hashed. Of a longer request, only the beginning and the length
  /// count, so that recognizing it stays cheap.
  private static let digestedLength = 64 * 1024

  private var records: [Source: Record] = [:]
  private var nextCleaning: Instant?

  /// Whether there is nothing by which to judge calls, as is nearly always true.
  var isEmpty: Bool { records.isEmpty }

  /// The number of requests that are remembered.
  var size: Int { records.values.reduce(0) { $0 + $1.requests.count } }

  func verdict(on call: CallHeader, at now: Instant) -> Verdict {
    guard let record = records[Source(call)], record.last + Self.memory > now else { return .free }
    if let end = Self.excess(of: record.poisonings, at: now) { return .poison(until: end) }
    switch record.requests[Self.digest(of: call)] {
    case .some(.some(let until)) where until > now: return .poison(until: until)
    case .some: return .suspect
    case nil: return Self.excess(of: record.deaths, at: now) == nil ? .free : .suspect
    }
  }

  /// Records that a process died while it served the call. Returns whether the call caused that.
  mutating func processDied(serving call: CallHeader, alone: Bool, at now: Instant) -> Bool {
    let source = Source(call)
    makeRoom(for: source, at: now)
    var record = records[source] ?? Record(last: now)
    record.last = now
    Self.note(now, in: &record.deaths)
    if alone { Self.note(now, in: &record.poisonings) }
    if record.requests.count >= Self.maximumRequests { record.requests = [:] }
    record.requests[Self.digest(of: call)] = .some(alone ? now + Self.memory : nil)
    records[source] = record
    return alone
  }

  /// Records that the call was served alone, and that the process survived.
  mutating func processSurvived(_ call: CallHeader) {
    records[Source(call)]?.requests[Self.digest(of: call)] = nil
  }

  /// Forgets what is too old to count, at most once per ``window``, so that calls are cheap again
  /// in the end.
  mutating func forgetOld(at now: Instant) {
    guard nextCleaning.map({ $0 <= now }) ?? true else { return }
    nextCleaning = now + Self.window
    records = records.filter { $0.value.last + Self.memory > now }
  }

  private mutating func makeRoom(for source: Source, at now: Instant) {
    guard records[source] == nil, records.count >= Self.maximumSources else { return }
    records = records.filter { $0.value.last + Self.window > now }
    if records.count >= Self.maximumSources { records = [:] }
  }

  private static func note(_ now: Instant, in times: inout [Instant]) {
    times = times.suffix(tolerated - 1) + [now]
  }

  /// Returns the time until which there are too many times within the window; `nil` if there
  /// aren't.
  private static func excess(of times: [Instant], at now: Instant) -> Instant? {
    guard times.count == tolerated, times[0] + window > now else { return nil }
    return times[0] + window
  }

  private static func digest(of call: CallHeader) -> SHA256Digest {
    let message = call.message ?? []
    var hash = SHA256()
    withUnsafeBytes(of: message.count) { hash.update(bufferPointer: $0) }
    hash.update(data: message.prefix(digestedLength))
    return hash.finalize()
  }
}
