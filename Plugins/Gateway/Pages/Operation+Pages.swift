extension Operation {
  /// The description of the pages. People read them, so `/openapi.json` leaves it out.
  static let page = Operation(
    id: "page", tag: "Pages", summary: "Returns a page for people.", response: .string,
    responseType: "text/html", needsCredential: false)
}
