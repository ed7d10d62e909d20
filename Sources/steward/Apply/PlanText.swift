internal import AdminProtos
internal import ProtobufRuntime

/// The results of an apply as text for people. Each change is a block. Unchanged objects aren't
/// shown.
///
///     + workspace  Acme/prod
///         display_color  #2E7D32
///     ~ workspace  Acme/staging
///         tags.env       test -> staging
///     - workspace  Acme/old  Archived permanently.
///     ! workspace  Acme/x    company.yaml:12
///         WORKSPACE_LIMIT_REACHED: Organization … has 100 workspaces in use, which is the limit.
enum PlanText {
  static func text(_ results: [ApplyResult], style: Style) -> String {
    let shown = results.filter { $0.outcome != "unchanged" }
    let width = shown.map(\.kind.count).max() ?? 0
    return shown.map { block($0, kindWidth: width, style) }.joined()
  }

  private static func block(_ result: ApplyResult, kindWidth: Int, _ style: Style) -> String {
    let (mark, ink) = sign(of: result.outcome)
    let title = "\(mark) \(result.kind.padded(to: kindWidth))  \(result.name.singleLine)"
    let aside = result.outcome == "refused" ? result.source : result.message
    let heading = [style.paint(title, ink), style.paint(aside.singleLine, .dim)]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let details = result.outcome == "refused" ? [refusal(result)] : fields(result)
    return ([heading] + details.map { "    " + $0 } + secret(result)).map { $0 + "\n" }.joined()
  }

  private static func sign(of outcome: String) -> (String, Style.Ink) {
    switch outcome {
    case "created": ("+", .green)
    case "updated": ("~", .yellow)
    case "deleted": ("-", .red)
    default: ("!", .red)
    }
  }

  private static func refusal(_ result: ApplyResult) -> String {
    "\(result.reason): \(result.message)".singleLine
  }

  private static func fields(_ result: ApplyResult) -> [String] {
    // The heading of a created object ends with its name, so the field `name` is left out. A member
    // keeps the field, because the heading shows the mail address.
    let changes = result.changes.filter {
      result.outcome != "created" || $0.field != "name" || !result.name.hasSuffix($0.after)
    }
    let width = changes.map(\.field.displayWidth).max() ?? 0
    return changes.map { change in
      let name = change.field.singleLine.padded(to: width)
      let (before, after) = (change.before.singleLine, change.after.singleLine)
      return switch (result.outcome, after.isEmpty) {
      case ("created", _): "\(name)  \(after)"
      case (_, true): "\(name)  \(before) -> (none)"
      default: "\(name)  \(before.isEmpty ? "(none)" : before) -> \(after)"
      }
    }
  }

  private static func secret(_ result: ApplyResult) -> [String] {
    result.secret.isEmpty ? [] : ["    secret  \(result.secret)"]
  }
}
