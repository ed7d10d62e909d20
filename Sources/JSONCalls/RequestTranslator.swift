internal import IPC
internal import ProtobufRuntime
internal import Status

/// A translator of JSON to the requests of one method. It says where the JSON is wrong.
struct RequestTranslator: Sendable {
  let message: MessageDescriptor
  let pool: DescriptorPool

  /// Returns the request that the JSON text describes. `number` is the number of the request in a
  /// stream.
  func request(_ text: String, number: Int? = nil) throws(Status) -> RawMessage {
    try request(try json(text, number: number), number: number)
  }

  /// Parses the JSON text.
  func json(_ text: String, number: Int? = nil) throws(Status) -> JSONValue {
    do throws(ProtobufError) {
      return try JSONValue(parsing: text)
    } catch {
      throw refusal(error, number: number)
    }
  }

  /// Returns the request that the JSON describes.
  func request(_ json: JSONValue, number: Int? = nil) throws(Status) -> RawMessage {
    do {
      return RawMessage(bytes: try message.serialized(fromJSON: json))
    } catch {
      throw refusal(error, number: number)
    }
  }

  private func refusal(_ error: ProtobufError, number: Int?) -> Status {
    guard error.kind != .syntax else {
      let subject = number.map { "Request \($0)" } ?? "The request"
      return Status(
        .invalidArgument, reason: .malformedJSON,
        message: "\(subject) is not JSON: \(error.description)")
    }
    let violation = FieldViolation(
      field: error.path, reason: error.kind == .unknownField ? "UNKNOWN_FIELD" : "INVALID_VALUE",
      message: error.message)
    return Status(
      .invalidArgument, reason: StatusReason(rawValue: violation.reason),
      message: "Invalid request\(number.map { " \($0)" } ?? ""): \(error.description)."
        + suggestion(error),
      fieldViolations: error.path.isEmpty ? [] : [violation])
  }

  /// Returns the known field that an unknown one may mean, and all fields of the message that
  /// contains it.
  private func suggestion(_ error: ProtobufError) -> String {
    let parts = error.path.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    guard error.kind == .unknownField, let last = parts.last,
      let holder = holder(parts.dropLast())
    else { return "" }
    let names = holder.fields.map(\.name)
    return Nearest.didYouMean(for: last, among: names)
      + " Known: \(names.joined(separator: ", "))."
  }

  private func holder(_ path: ArraySlice<String>) -> MessageDescriptor? {
    path.reduce(message) { holder, name in
      holder?.field(named: name)?.typeName.flatMap { try? pool.message(named: $0) }
    }
  }
}
