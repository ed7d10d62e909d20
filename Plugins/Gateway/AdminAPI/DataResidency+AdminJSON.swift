import AdminProtos
import ProtobufRuntime

/// The place of a workspace's data. The plugin stores the list ["unrestricted"], and the Admin API
/// shows it as the string alone.
extension DataResidency {
  private static let workspaceGeos = ["us"]
  private static let inferenceGeos = ["global", "us"]
  private static let unrestricted = "unrestricted"

  var adminJSON: JSONValue {
    .object([
      ("workspace_geo", .string(workspaceGeo)),
      (
        "allowed_inference_geos",
        allowedInferenceGeos == [Self.unrestricted]
          ? .string(Self.unrestricted) : .array(allowedInferenceGeos.map(JSONValue.string))
      ),
      ("default_inference_geo", .string(defaultInferenceGeo)),
    ])
  }

  static let adminSchema = Schema.object(
    .init("workspace_geo", .oneOf(workspaceGeos)), .init("allowed_inference_geos", allowed),
    .init("default_inference_geo", .oneOf(inferenceGeos))
  ).named("DataResidency")

  /// The schema of the data residency in a request that creates a workspace.
  static let creationSchema = Schema.object(
    .init("workspace_geo", .oneOf(workspaceGeos).orNull, isRequired: false),
    .init("allowed_inference_geos", .either(allowed, .null), isRequired: false),
    .init("default_inference_geo", .oneOf(inferenceGeos).orNull, isRequired: false)
  ).named("CreateDataResidency")

  /// The schema of the data residency in a request that updates a workspace. The place of the data
  /// itself can't be changed.
  static let updateSchema = Schema.object(
    .init("allowed_inference_geos", .either(allowed, .null), isRequired: false),
    .init("default_inference_geo", .oneOf(inferenceGeos).orNull, isRequired: false)
  ).named("UpdateDataResidency")

  private static let allowed = Schema.either(
    .constant(unrestricted), .array(of: .oneOf(inferenceGeos)))
}

extension DataResidency {
  static let creationFields = ["workspace_geo"] + updateFields
  static let updateFields = ["allowed_inference_geos", "default_inference_geo"]

  /// Creates the message. A field that is absent or null stays empty. For the plugin, an empty
  /// field means the default, or the current value.
  init(_ body: AdminBody) throws(APIError) {
    self.init(
      workspaceGeo: try body.nullableChoice("workspace_geo", of: Self.workspaceGeos) ?? "",
      allowedInferenceGeos: try Self.allowedGeos(body),
      defaultInferenceGeo: try body.nullableChoice(
        "default_inference_geo", of: Self.inferenceGeos) ?? "")
  }

  private static func allowedGeos(_ body: AdminBody) throws(APIError) -> [String] {
    let name = "allowed_inference_geos"
    switch body.value(name) {
    case nil: return []
    case .array(let geos):
      guard !geos.isEmpty else {
        throw .invalidField("data_residency.\(name)", "List should have at least 1 item")
      }
      var allowed: [String] = []
      for geo in geos {
        let place = "\(name).\(allowed.count)"
        allowed.append(try body.check(try body.text(geo, place), place, among: inferenceGeos))
      }
      return allowed
    case let text?:
      return [try body.check(try body.text(text, name), name, among: [unrestricted])]
    }
  }
}
