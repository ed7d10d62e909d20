/// The description of a route for its clients. `/openapi.json` is made from these.
struct Operation: Sendable {
  /// An id that is unique among all operations, such as `listUsers`.
  var id: String
  /// The chapter of the description, such as `Users`.
  var tag: String
  /// One sentence.
  var summary: String
  /// The parameters in the query and the headers. Those in the path are known from the path.
  var parameters: [Parameter] = []
  /// The schema of the body; nil if there is no body.
  var body: Schema?
  /// The media type of the body.
  var bodyType = "application/json"
  /// The schema of the body of a successful response.
  var response: Schema
  /// The media type of the body of a successful response.
  var responseType = "application/json"
  /// Whether a request needs a credential.
  var needsCredential = true
  /// Whether a client may keep the response, and check whether it is still valid.
  var isCacheable = false
}

extension Operation {
  /// A parameter in the query or the headers.
  struct Parameter: Sendable {
    enum Place: String, Sendable {
      case query, header
    }

    let name: String
    let place: Place
    let schema: Schema
    let isRequired: Bool
    let summary: String

    init(
      _ name: String, _ place: Place = .query, _ schema: Schema, isRequired: Bool = false,
      _ summary: String
    ) {
      self.name = name
      self.place = place
      self.schema = schema
      self.isRequired = isRequired
      self.summary = summary
    }
  }
}
