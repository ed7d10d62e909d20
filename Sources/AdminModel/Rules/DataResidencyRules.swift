internal import AdminProtos
internal import ProtobufRuntime

/// The rules for where a workspace's data stays and where its requests may run. (Admin API,
/// workspaces.)
enum DataResidencyRules {
  static let unrestricted = "unrestricted"
  private static let workspaceGeos = ["us"]
  private static let inferenceGeos = ["global", "us"]

  static let defaults = DataResidency(
    workspaceGeo: "us", allowedInferenceGeos: [unrestricted], defaultInferenceGeo: "global")

  /// Returns the record for a new workspace. Fields that the request leaves out get their defaults.
  static func created(_ wanted: DataResidency?, into violations: inout Violations)
    -> DataResidency
  {
    guard let wanted else { return defaults }
    return merged(wanted, over: defaults, into: &violations)
  }

  /// Returns the record after an update. Fields that the request leaves out stay as they are. The
  /// workspace's own geo can't change.
  static func updated(
    _ current: DataResidency, by wanted: DataResidency,
    into violations: inout Violations
  ) -> DataResidency {
    if !wanted.workspaceGeo.isEmpty && wanted.workspaceGeo != current.workspaceGeo {
      violations.add(
        "data_residency.workspace_geo", "IMMUTABLE",
        "is \"\(current.workspaceGeo)\" and can't be changed; create another workspace instead")
      return current
    }
    return merged(wanted, over: current, into: &violations)
  }

  private static func merged(
    _ wanted: DataResidency, over base: DataResidency,
    into violations: inout Violations
  ) -> DataResidency {
    var residency = base
    if !wanted.workspaceGeo.isEmpty { residency.workspaceGeo = wanted.workspaceGeo }
    if !wanted.allowedInferenceGeos.isEmpty {
      residency.allowedInferenceGeos = normalized(wanted.allowedInferenceGeos)
    }
    if !wanted.defaultInferenceGeo.isEmpty {
      residency.defaultInferenceGeo = wanted.defaultInferenceGeo
    }
    check(residency, into: &violations)
    return residency
  }

  /// Returns the geos without duplicates and in a fixed order, so that lists with the same content
  /// are equal.
  private static func normalized(_ geos: [String]) -> [String] {
    let order = [unrestricted] + inferenceGeos
    return Set(geos).sorted {
      (order.firstIndex(of: $0) ?? order.count, $0) < (order.firstIndex(of: $1) ?? order.count, $1)
    }
  }

  private static func check(_ residency: DataResidency, into violations: inout Violations) {
    let chosen = residency.defaultInferenceGeo
    checkGeo(residency.workspaceGeo, of: workspaceGeos, field: "workspace_geo", into: &violations)
    checkGeo(chosen, of: inferenceGeos, field: "default_inference_geo", into: &violations)

    let allowed = residency.allowedInferenceGeos
    guard allowed != [unrestricted] else { return }
    for geo in allowed {
      checkGeo(geo, of: inferenceGeos, field: "allowed_inference_geos", into: &violations)
    }
    if inferenceGeos.contains(chosen) && !allowed.contains(chosen) {
      violations.add(
        "data_residency.default_inference_geo", "NOT_ALLOWED",
        "\"\(chosen)\" must be one of allowed_inference_geos")
    }
  }

  private static func checkGeo(
    _ geo: String, of known: [String], field: String, into violations: inout Violations
  ) {
    guard !known.contains(geo) else { return }
    let choices = known.map { "\"\($0)\"" }.joined(separator: " or ")
    violations.add(
      "data_residency.\(field)", "UNKNOWN_GEO", "must be \(choices), not \"\(geo.asRefused)\"")
  }
}
