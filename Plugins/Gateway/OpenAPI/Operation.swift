/// What is said of a route to those who call it: from this `/openapi.json` is made.
struct Operation: Sendable {
  /// Unique among all, as `listUsers`.
  var id: String
  /// The chapter that it stands in, as `Users`.
  var tag: String
  /// One sentence.
  var summary: String
  /// Those of the query and the headers. The path's are known from the path.
  var parameters: [Parameter] = []
  /// What the body must be; nil if there is none.
  var body: Schema?
  /// How it is written.
  var bodyType = "application/json"
  /// What the body of a good answer is.
  var answer: Schema
  /// How it is written.
  var answerType = "application/json"
  /// Whether it needs a credential.
  var needsCredential = true
  /// Whether a client may keep the answer, and ask whether it still holds.
  var isCacheable = false
}

extension Operation {
  /// One parameter.
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
