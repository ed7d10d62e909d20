import ProtobufRuntime

/// A member of an object in the body of a request to the Admin API. It says whether the member may
/// be absent or null, which schema it has, and how its value gets into the plugin's request.
struct InputField<Request>: Sendable {
  /// A function that puts the value of the member into the request.
  typealias Store<Value> =
    @Sendable (_ request: inout Request, _ value: Value) throws(APIError) -> Void

  let name: String
  /// The member in the schema of the object; nil if the API's description leaves it out.
  let property: Schema.Property?
  /// The fields of the request that the member fills.
  let targets: [String]
  private let isRequired: Bool
  private let isNullable: Bool
  private let store: @Sendable (inout Request, JSONValue, _ place: String) throws(APIError) -> Void

  private init<Value>(
    _ name: String, _ value: InputValue<Value>, schema: Schema?, targets: [String]?,
    isRequired: Bool = false, isNullable: Bool = false, store: @escaping Store<Value>
  ) {
    self.name = name
    self.property = schema.map { Schema.Property(name, $0, isRequired: isRequired) }
    self.targets = targets ?? [name]
    self.isRequired = isRequired
    self.isNullable = isNullable
    self.store = { request, json, place throws(APIError) in
      try store(&request, try value.read(json, place))
    }
  }

  /// Reads the member, which is nil if it is absent, and fills the request's fields. The fields stay
  /// as they are if the member is absent or null and that is allowed.
  func read(
    _ json: JSONValue?, _ place: String, into request: inout Request
  ) throws(APIError) {
    guard let json else {
      guard !isRequired else { throw .invalidField(place, "Field required") }
      return
    }
    guard !isNullable || json != .null else { return }
    try store(&request, json, place)
  }
}

extension InputField {
  /// Returns a member that must be present and not null.
  ///
  /// - Parameter targets: The fields of the request that the member fills; nil: the one that has
  ///   the same name.
  static func required<Value>(
    _ name: String, _ value: InputValue<Value>, filling targets: [String]? = nil,
    store: @escaping Store<Value>
  ) -> Self {
    Self(name, value, schema: value.schema, targets: targets, isRequired: true, store: store)
  }

  /// Returns a member that may be absent, but not null.
  static func optional<Value>(
    _ name: String, _ value: InputValue<Value>, filling targets: [String]? = nil,
    store: @escaping Store<Value>
  ) -> Self {
    Self(name, value, schema: value.schema, targets: targets, store: store)
  }

  /// Returns a member that may be absent or null.
  static func nullable<Value>(
    _ name: String, _ value: InputValue<Value>, filling targets: [String]? = nil,
    store: @escaping Store<Value>
  ) -> Self {
    Self(
      name, value, schema: value.schema.orNull, targets: targets, isNullable: true, store: store)
  }

  /// Returns a member that this installation doesn't support. It may be absent or null only.
  ///
  /// - Parameter isDescribed: Whether the API's description has the member.
  static func refused(
    _ name: String, _ reason: String, isDescribed: Bool = true
  ) -> Self {
    let refusal = InputValue<Void>(.null) { _, place throws(APIError) in
      throw .invalidField(place, reason)
    }
    return Self(
      name, refusal, schema: isDescribed ? .null : nil, targets: [], isNullable: true
    ) { _, _ in }
  }
}
