public import AdminProtos
public import Store

/// The application of manifests.
public enum Manifests {
  /// Applies a manifest, and returns the result for each object.
  ///
  /// To see what it would change, call it in a dry run.
  ///
  /// - Parameters:
  ///   - limit: The maximum number of active workspaces of an organization.
  ///   - secrets: The secrets for keys and for the tokens of invites.
  ///   - progress: Called from time to time with the number of objects that are done.
  /// - Throws: ``ManifestRefused``, with the result that each object would have had, when any of
  ///   them is refused.
  public static func apply(
    _ objects: [ManifestObject], _ options: ApplyOptions, limit: Int = Workspaces.defaultLimit,
    with secrets: ManifestSecrets, by access: Access, in tx: inout WriteTransaction,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ManifestOutcome {
    try access.require(.apply, at: .installation, of: "manifest", "")
    guard !objects.isEmpty || !options.prune else { throw AdminError.emptyManifest }
    let set = try ManifestSet(named: options.set)
    var application = ManifestApplication(
      objects, of: set, limit: limit, with: secrets, by: access, progress: progress)
    try application.resolve(pruning: options.prune, in: tx)
    if !application.isRefused {
      application.make(in: &tx)
      application.prune(in: &tx)
    }
    let outcome = ManifestOutcome(
      application.results, options, revision: try tx.lastRevision())
    guard !outcome.summary.refused else { throw ManifestRefused(outcome: outcome) }
    return outcome
  }
}

/// The results for a manifest's objects, in their order, and then for what was deleted.
public struct ManifestOutcome: Sendable, Hashable {
  public let results: [ApplyResult]
  public let summary: ApplySummary
}

/// The error for a manifest that was refused in part, so that nothing was changed.
public struct ManifestRefused: Error, Hashable {
  /// The result that each object would have had.
  public let outcome: ManifestOutcome
}

extension ManifestOutcome {
  fileprivate init(_ results: [ApplyResult], _ options: ApplyOptions, revision: UInt64) {
    func count(_ outcome: ResourceOutcome) -> UInt32 {
      UInt32(results.count { $0.came(to: outcome) })
    }
    var summary = ApplySummary(
      plan: options.plan, created: count(.created), updated: count(.updated),
      unchanged: count(.unchanged), deleted: count(.deleted), revision: revision)
    summary.refuse(count(.refused), allowing: options.allowDeletes)
    let isLasting = !options.plan && !summary.refused
    self.init(results: isLasting ? results : results.map(\.withoutPassing), summary: summary)
  }
}

extension ApplySummary {
  fileprivate mutating func refuse(_ count: UInt32, allowing deletes: UInt32) {
    if count > 0 {
      refused = true
      reason = "OBJECTS_REFUSED"
      message = "\(count) of the manifest's objects can't be applied, so nothing is changed."
    } else if deleted > deletes {
      refused = true
      reason = "TOO_MANY_DELETES"
      message =
        "Deletes needed: \(deleted); allowed: \(deletes). Nothing is changed. To allow them: "
        + "--allow-deletes \(deleted)"
    }
  }
}

extension ApplyResult {
  /// The result without values that don't last. A record that was rolled back will get another id
  /// next time, and its secret opens nothing.
  fileprivate var withoutPassing: ApplyResult {
    guard came(to: .created) || !secret.isEmpty else { return self }
    var result = self
    result.id = ""
    result.secret = ""
    return result
  }
}

extension AdminError {
  /// A file that was emptied by mistake must not prune everything that the set has made.
  fileprivate static let emptyManifest = AdminError.refused(
    reason: "EMPTY_MANIFEST",
    message: "The manifest is empty, so pruning would delete everything in its set. Keep an object "
      + "in it, or delete the last ones one by one.")
}
