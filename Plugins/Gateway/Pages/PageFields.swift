import HTTPTypes
import Hummingbird
import WebProtos

/// The fields of a query or a form, decoded and in their order.
typealias PageFields = [PageField]

extension [PageField] {
  /// The maximum number of fields.
  private static let maximum = 1000
  /// The maximum number of bytes in a form.
  private static let maximumLength = 64 << 10
  private static let formType = "application/x-www-form-urlencoded"

  /// - Throws: ``PageFault`` if the text isn't percent-encoded UTF-8, or has too many fields.
  init(decoding text: some StringProtocol) throws(PageFault) {
    self = []
    for part in text.split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard count < Self.maximum, let name = FormEncoding.decode(sides[0]),
        let value = FormEncoding.decode(sides.count > 1 ? sides[1] : "")
      else { throw .malformed }
      append(PageField(name: name, value: value))
    }
  }

  /// Reads the form in the body of a request.
  ///
  /// - Throws: ``PageFault`` if the body is no form, or ``APIError`` if it is too long.
  init(formIn request: Request) async throws {
    let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased() ?? ""
    guard type.filter({ $0 != " " }) == Self.formType else { throw PageFault.notAForm }
    self = try PageFields(decoding: try await request.textBody { Self.maximumLength })
  }

  /// Returns the first value of a field; empty if the field is absent.
  subscript(_ name: String) -> String { first { $0.name == name }?.value ?? "" }

  /// The fields that a page may show again.
  var withoutSecrets: PageFields {
    filter { field in
      let name = field.name.lowercased()
      return !["token", "code", "key"].contains(name) && !name.contains("password")
    }
  }
}
