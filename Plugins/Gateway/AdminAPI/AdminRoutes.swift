import Hummingbird
import PluginKit

/// The Admin API's routes.
struct AdminRoutes: Sendable {
  let caller: CallerOrganization
  let host: any PluginKit.Channel

  init(host: any PluginKit.Channel) {
    self.host = host
    caller = CallerOrganization(host: host)
  }

  var all: [Route] {
    organization + workspaces
  }
}
