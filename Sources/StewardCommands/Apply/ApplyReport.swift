internal import AdminProtos
internal import IPC
internal import ProtobufRuntime
internal import Status

/// The outcome of a manifest, collected before it is printed in one of the formats.
struct ApplyReport {
  private(set) var response = ApplyResponse()

  /// Adds the outcome of one part of the manifest. Progress is not kept.
  mutating func add(_ part: ApplyResponse) {
    response.results += part.results
    response.summary = part.summary ?? response.summary
  }

  private var summary: ApplySummary { response.summary ?? ApplySummary() }

  /// Prints the report, and throws its error if the apply was refused.
  func print(as format: OutputFormat, to console: Console) throws {
    let results = response.results
    let report = Report(
      response: try response.wholeJSON(), items: try results.map { try $0.wholeJSON() },
      ids: results.map(\.id).filter { !$0.isEmpty },
      readable: { results.planText(style: $0) }, note: summary.refused ? nil : note)
    try report.print(as: format, to: console)
    if results.contains(where: { !$0.secret.isEmpty }) { console.note(secretNote(for: format)) }
    guard !summary.refused else {
      if format == .id { try console.errors(refusals) }
      throw Status(
        .failedPrecondition, reason: StatusReason(rawValue: summary.reason),
        message: summary.message)
    }
  }

  /// The refused objects with their reasons, one per line, for a format that has no place for them.
  private var refusals: String {
    response.results.filter { $0.outcome == "refused" }.map {
      "\($0.source): \($0.reason): \($0.message)".singleLine + "\n"
    }.joined()
  }

  private func secretNote(for format: OutputFormat) -> String {
    format == .id
      ? "The secrets were not printed, and are not stored. Use --output json to see them."
      : "Keep the secrets now: they are not stored, and won't be shown again."
  }

  private var note: String {
    guard [summary.created, summary.updated, summary.deleted].contains(where: { $0 > 0 }) else {
      let count = Amounts.count(UInt64(summary.unchanged))
      let objects = summary.unchanged == 1 ? "object is" : "objects are"
      return "Nothing to change: \(count) \(objects) up to date."
    }
    let counts = [
      (summary.created, "create", "created"), (summary.updated, "update", "updated"),
      (summary.deleted, "delete", "deleted"),
    ].map { "\(Amounts.count(UInt64($0))) \(summary.plan ? "to \($1)" : $2)" }
    let unchanged = "\(Amounts.count(UInt64(summary.unchanged))) unchanged"
    let end = summary.plan ? " Nothing was changed; apply it without --plan." : ""
    return "\(summary.plan ? "Plan" : "Done"): "
      + (counts + [unchanged]).joined(separator: ", ") + "." + end
  }
}

extension [ApplyResult] {
  /// Returns the results of an apply as text for people. Each change is a block. Unchanged objects
  /// aren't shown.
  ///
  ///     + workspace  Acme/prod
  ///         display_color  #2E7D32
  ///     ~ workspace  Acme/staging
  ///         tags.env       test -> staging
  ///     - workspace  Acme/old  Archived permanently.
  ///     ! workspace  Acme/x    company.yaml:12
  ///         WORKSPACE_LIMIT_REACHED: Organization … has 100 workspaces in use, which is the limit.
  fileprivate func planText(style: Style) -> String {
    let shown = filter { $0.outcome != "unchanged" }
    let width = shown.map(\.kind.count).max() ?? 0
    return shown.map { $0.block(kindWidth: width, style) }.joined()
  }
}

extension ApplyResult {
  fileprivate func block(kindWidth: Int, _ style: Style) -> String {
    let (mark, ink) = sign
    let title = "\(mark) \(kind.padded(to: kindWidth))  \(name.singleLine)"
    let aside = outcome == "refused" ? source : message
    let heading = [style.paint(title, ink), style.paint(aside.singleLine, .dim)]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let details = outcome == "refused" ? [refusal] : fields
    return ([heading] + details.map { "    " + $0 } + secretLines).map { $0 + "\n" }.joined()
  }

  private var sign: (String, Style.Ink) {
    switch outcome {
    case "created": ("+", .green)
    case "updated": ("~", .yellow)
    case "deleted": ("-", .red)
    default: ("!", .red)
    }
  }

  private var refusal: String {
    "\(reason): \(message)".singleLine
  }

  private var fields: [String] {
    // The heading of a created object ends with its name, so the field `name` is left out. A member
    // keeps the field, because the heading shows the mail address.
    let changes = changes.filter {
      outcome != "created" || $0.field != "name" || !name.hasSuffix($0.after)
    }
    let width = changes.map(\.field.displayWidth).max() ?? 0
    return changes.map { change in
      let name = change.field.singleLine.padded(to: width)
      let (before, after) = (change.before.singleLine, change.after.singleLine)
      return switch (outcome, after.isEmpty) {
      case ("created", _): "\(name)  \(after)"
      case (_, true): "\(name)  \(before) -> (none)"
      default: "\(name)  \(before.isEmpty ? "(none)" : before) -> \(after)"
      }
    }
  }

  private var secretLines: [String] {
    secret.isEmpty ? [] : ["    secret  \(secret)"]
  }
}
