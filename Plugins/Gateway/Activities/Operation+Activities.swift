import StoreProtos

extension Operation {
  static let listActivities = Operation(
    id: "listActivities", tag: "Activities",
    summary: "Lists what was changed in the organizations whose log the client may read, newest "
      + "first. Reads aren't recorded.",
    parameters: [
      Parameter(
        "limit", .query, .integer(1...5000, default: Int(ActivityQuery.defaultLimit)),
        "The maximum number of activities in a page."),
      Parameter("after_id", .query, .string, "The page begins after the activity with this id."),
      Parameter(
        "before_id", .query, .string,
        "The page ends before the activity with this id. Can't be given together with after_id."),
      values("activity_types[]", "Only activities of these types."),
      values("organization_ids[]", "Only activities in these organizations."),
      values("actor_ids[]", "Only activities of the users or admin keys with these ids."),
      Parameter("created_at.gte", .query, .dateTime, "Only activities from this time on."),
      Parameter("created_at.gt", .query, .dateTime, "Only activities after this time."),
      Parameter("created_at.lte", .query, .dateTime, "Only activities up to this time."),
      Parameter("created_at.lt", .query, .dateTime, "Only activities before this time."),
    ],
    response: .page(of: Event.activitySchema).named("ActivityList"))

  private static func values(_ name: String, _ summary: String) -> Parameter {
    Parameter(
      name, .query, .array(of: .string(1...200), atMost: ActivityQuery.maximumValues), summary)
  }
}
