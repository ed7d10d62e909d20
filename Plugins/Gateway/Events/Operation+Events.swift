import ProtobufRuntime

extension Operation {
  static let watchEvents = Operation(
    id: "watchEvents", tag: "Events",
    summary: "Returns the events that the client may read, from a revision on, then new events as "
      + "they happen.",
    parameters: [
      Parameter(
        "from", .query, .string(matching: "^[0-9]{1,20}$"),
        "The first revision to return. If it is absent or 0: only new events."),
      Parameter(
        "last-event-id", .header, .string(matching: "^[0-9]{1,20}$"),
        "The last revision that the client received. Takes precedence over from."),
      Parameter(
        "actor", .query, .string(0...200),
        "Only events of this actor, or of a kind such as \"user/\"."),
      Parameter(
        "action", .query, .array(of: .string(0...200), atMost: 100),
        "Only events of these actions, or of all with a prefix such as \"organization.\"."),
      Parameter("resource", .query, .string(0...200), "Only events of this record."),
      Parameter(
        "organization_id", .query, .uuid,
        "Only events of this organization. If it is absent: of all whose events the client may "
          + "read."),
    ],
    response: .string, responseType: StreamFormat.linesType)
}
