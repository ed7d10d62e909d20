internal import HostProtos
internal import IPC
internal import Logging
internal import Platform
internal import ProtobufRuntime
internal import Status
internal import Store
internal import Synchronization

/// Ships checkpoints of the log to a target outside the data directory.
///
/// A failure is logged and reported, and the next checkpoint is another attempt. No call waits for
/// a shipment.
final class CheckpointShipper: Sendable {
  private let target: CheckpointTarget
  private let logger: Logger
  private let state = Mutex(ShippingState())

  init(to target: CheckpointTarget, logger: Logger) {
    self.target = target
    self.logger = logger
  }

  /// Ships a checkpoint, unless it has already arrived or another checkpoint is being shipped.
  func ship(_ checkpoint: SealedCheckpoint) async {
    let revision = checkpoint.position.revision
    guard state.withLock({ $0.begin(revision) }) else { return }
    do {
      let line = try AuditCheckpoint(checkpoint).json()
      try await Blocking.run { [target] in try target.deliver(line) }
      state.withLock { $0.arrived(revision, at: checkpoint.time) }
    } catch {
      let problem = Status(describing: error).message
      guard state.withLock({ $0.failed(problem) }) else { return }
      logger.warning(
        "the checkpoint of the log can't be shipped; the host tries again",
        metadata: ["error": "\(problem)"])
    }
  }

  /// The state of the shipments.
  var report: CheckpointShipping {
    let state = state.withLock { $0 }
    return CheckpointShipping(
      target: target.description, revision: state.revision, shippedAt: state.shippedAt,
      problem: state.problem ?? "")
  }

  /// The finding of an examination about the shipments.
  var finding: Finding {
    let name = "audit.checkpoints"
    let report = report
    guard report.problem.isEmpty else {
      return .error(
        name, "Checkpoints of the log don't arrive at \(report.target): \(report.problem)",
        "Fix that, or start the host with another --audit-checkpoint.")
    }
    return .ok(name, "Checkpoints of the log go to \(report.target).")
  }
}

extension AuditCheckpoint {
  /// Creates the message for a checkpoint that is shipped.
  init(_ checkpoint: SealedCheckpoint) {
    self.init(
      revision: checkpoint.position.revision, chain: checkpoint.position.chain,
      time: checkpoint.time, code: checkpoint.code)
  }
}
