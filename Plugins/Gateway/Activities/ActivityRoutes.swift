import HostServices
import Hummingbird
import IPC
import PluginKit

/// The route of the activity feed: the log of all changes, in the form of the vendor's Compliance
/// API.
///
/// The host limits the log to what the client may read. The feed itself grants nothing.
struct ActivityRoutes: Sendable {
  let host: any IPC.Channel

  var all: [Route] {
    [
      Route(.get, "/v1/compliance/activities", .listActivities) { [host] request, context in
        _ = try context.requireCredential()
        let feed = ActivityFeed(
          audit: AuditClient(host), options: context.callOptions(for: request))
        return .json(try await feed.page(of: ActivityQuery(Query(request))))
      }
    ]
  }
}
