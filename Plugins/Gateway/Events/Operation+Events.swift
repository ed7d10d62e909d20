import ProtobufRuntime

extension Operation {
  static let watchEvents = Operation(
    id: "watchEvents", tag: "Events",
    summary: "Returns the store's events from a revision on, and then those to come.",
    parameters: [
      Parameter(
        "from", .query, .string(matching: "^[0-9]{1,20}$"),
        "The first revision wanted. Without it, and with 0: from now on."),
      Parameter(
        "last-event-id", .header, .string(matching: "^[0-9]{1,20}$"),
        "The revision that was seen last; counts more than from."),
      Parameter(
        "actor", .query, .string(0...200), "Only events of this actor, or of a kind, as user/."),
      Parameter(
        "action", .query, .string(0...200),
        "Only events of this action, or of all that begin so, as organization."),
      Parameter("resource", .query, .string(0...200), "Only events of this record."),
    ],
    answer: .string, answerType: StreamFormat.linesType)
}
