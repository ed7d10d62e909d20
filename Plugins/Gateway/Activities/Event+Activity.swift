import ProtobufRuntime
import StoreProtos

/// The ids of activities, which are made from the revisions of events.
enum ActivityID {
  private static let prefix = "activity_"

  static func text(of revision: UInt64) -> String { "\(prefix)\(revision)" }

  /// Returns the revision of an activity; nil if the text is not the id of one.
  static func revision(of id: String) -> UInt64? {
    guard id.hasPrefix(prefix), let revision = UInt64(id.dropFirst(prefix.count)), revision > 0,
      text(of: revision) == id
    else { return nil }
    return revision
  }
}

extension Event {
  /// The ids of the thing that an event is about, in the parts of the event's resource.
  private static let resourceMembers: [String: [String]] = [
    "api_key": ["api_key_id"], "workspace": ["workspace_id"],
    "workspace_member": ["workspace_id", "user_id"], "member": ["organization_id", "user_id"],
    "invite": ["invite_id"], "admin_key": ["admin_api_key_id"], "session": ["session_id"],
    "user": ["user_id"],
  ]

  var activityID: String { ActivityID.text(of: revision) }

  /// The event as the API shows it.
  var activityJSON: JSONValue {
    .object(
      [
        ("id", .string(activityID)), ("created_at", .time(time)),
        ("organization_id", organizationId.isEmpty ? .null : .string(organizationId)),
        ("type", .string(ActivityType.type(of: self))), ("actor", ActivityActor.json(of: actor)),
      ] + things)
  }

  /// The ids of the thing, without the organization, which is a member of every activity.
  private var things: [(String, JSONValue)] {
    let topic = action.prefix { $0 != "." }
    let parts = resource.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let names = Self.resourceMembers[String(topic)], names.count == parts.count else {
      return [("resource_id", .string(resource))]
    }
    return zip(names, parts).filter { $0.0 != "organization_id" }.map { ($0.0, .string($0.1)) }
  }

  static let activitySchema = Schema.object(
    [
      .init("id", .string(matching: "^activity_[0-9]{1,20}$")), .init("created_at", .dateTime),
      .init("organization_id", Schema.string.orNull), .init("type", .string),
      .init("actor", ActivityActor.schema),
    ]
      + Set(resourceMembers.values.joined()).subtracting(["organization_id"])
      .union(["resource_id"]).sorted().map { .init($0, .string, isRequired: false) }
  ).named("Activity")
}
