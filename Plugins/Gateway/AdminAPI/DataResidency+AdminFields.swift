import AdminProtos
import ProtobufRuntime

/// The place of a workspace's data. The plugin stores the list ["unrestricted"], and the Admin API
/// shows it as the string alone.
extension DataResidency: AdminResource {
  static let adminFields = ResourceFields<DataResidency>(
    "DataResidency",
    .text("workspace_geo", \.workspaceGeo, .oneOf(workspaceGeos)),
    .init("allowed_inference_geos", allowedGeos.schema) { residency in
      let geos = residency.allowedInferenceGeos
      return geos == [unrestricted] ? .string(unrestricted) : .array(geos.map(JSONValue.string))
    },
    .text("default_inference_geo", \.defaultInferenceGeo, .oneOf(inferenceGeos)))

  private static let workspaceGeos = ["us"]
  private static let inferenceGeos = ["global", "us"]
  private static let unrestricted = "unrestricted"
}

/// The data residency in requests. A field that is absent or null stays empty. For the plugin, an
/// empty field means the default, or the current value.
extension DataResidency {
  /// The fields in a request that creates a workspace.
  static let creationFields = InputValue<DataResidency>.object(
    "CreateDataResidency",
    .nullable("workspace_geo", .choice(of: workspaceGeos)) { $0.workspaceGeo = $1 },
    allowedField,
    defaultField)

  /// The fields in a request that updates a workspace. The place of the data itself can't be
  /// changed.
  static let updateFields = InputValue<DataResidency>.object(
    "UpdateDataResidency",
    allowedField,
    defaultField)

  private static let allowedField = InputField<DataResidency>.nullable(
    "allowed_inference_geos", allowedGeos
  ) { $0.allowedInferenceGeos = $1 }

  private static let defaultField = InputField<DataResidency>.nullable(
    "default_inference_geo", .choice(of: inferenceGeos)
  ) { $0.defaultInferenceGeo = $1 }

  private static let allowedGeos = InputValue<[String]>(
    .either(.constant(unrestricted), .array(of: .oneOf(inferenceGeos)))
  ) { json, place throws(APIError) in
    guard case .array(let geos) = json else {
      return [try InputValue.choice(of: [unrestricted]).read(json, place)]
    }
    guard !geos.isEmpty else { throw .invalidField(place, "List should have at least 1 item") }
    return try geos.read(as: .choice(of: inferenceGeos), at: place)
  }
}
