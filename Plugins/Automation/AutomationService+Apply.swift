import AdminKit
import AdminModel
import AdminProtos
import IPC
import PluginKit
import ProtobufRuntime
import Status
import Store

extension AutomationService {
  /// The number of objects that one transaction can hold without making all other writers wait for
  /// long.
  private static let maximumObjects = 100_000
  /// The limit for all objects together, in bytes, so that many large objects can't take all
  /// memory.
  private static let maximumBytes = 64 << 20
  /// The number of results in one response. It keeps a response well below the limit of a frame.
  private static let resultsAtOnce = 200

  private typealias Run =
    @Sendable (
      Change, @escaping @Sendable (inout WriteTransaction) throws -> ManifestOutcome
    ) async throws -> ManifestOutcome

  func apply(
    _ requests: MessageStream<ApplyRequest>, to responses: MessageWriter<ApplyResponse>,
    context: CallContext
  ) async throws {
    let (access, change) = (try Access(context), try store.change(of: context))
    let (options, objects) = try await manifest(requests)
    let (steps, step) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    async let told: Void = tell(of: steps, outOf: objects.count, to: responses)
    let outcome: ManifestOutcome
    do {
      defer { step.finish() }
      // A plan is the same work, rolled back.
      let run: Run = options.plan ? store.base.dryRun : store.base.write
      outcome = try await run(change) { [limit, secrets] tx in
        try Manifests.apply(
          objects, options, limit: limit, with: secrets, by: access, in: &tx
        ) { step.yield($0) }
      }
    } catch let refused as ManifestRefused {
      outcome = refused.outcome
    }
    try await told
    try await send(outcome, to: responses)
  }

  /// Tells the caller how far the work has come. A caller that reads slowly misses steps, and never
  /// delays the work.
  private func tell(
    of steps: AsyncStream<Int>, outOf total: Int, to responses: MessageWriter<ApplyResponse>
  ) async throws {
    for await done in steps {
      let progress = ApplyProgress(objects: UInt64(done), totalObjects: UInt64(total))
      try await responses.send(ApplyResponse(progress: progress))
    }
  }

  private func manifest(
    _ requests: MessageStream<ApplyRequest>
  ) async throws -> (ApplyOptions, [ManifestObject]) {
    var options: ApplyOptions?
    var objects: [ManifestObject] = []
    var length = 0
    for try await request in requests {
      length += try request.serialized().count
      options = options ?? request.options ?? ApplyOptions()
      objects += request.objects
      guard objects.count <= Self.maximumObjects, length <= Self.maximumBytes else {
        throw Status.manifestTooLarge(Self.maximumObjects, Self.maximumBytes)
      }
    }
    return (options ?? ApplyOptions(), objects)
  }

  private func send(
    _ outcome: ManifestOutcome, to responses: MessageWriter<ApplyResponse>
  ) async throws {
    var rest = outcome.results[...]
    while rest.count > Self.resultsAtOnce {
      try await responses.send(ApplyResponse(results: Array(rest.prefix(Self.resultsAtOnce))))
      rest = rest.dropFirst(Self.resultsAtOnce)
    }
    try await responses.send(ApplyResponse(results: Array(rest), summary: outcome.summary))
  }
}

extension Status {
  fileprivate static func manifestTooLarge(_ objects: Int, _ bytes: Int) -> Status {
    Status(
      .resourceExhausted, reason: "MANIFEST_TOO_LARGE",
      message: "The manifest is larger than \(objects) objects or \(bytes) bytes. Split it, and "
        + "apply each part as its own set.")
  }
}
