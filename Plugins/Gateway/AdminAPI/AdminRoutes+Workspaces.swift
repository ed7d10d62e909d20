import Hummingbird
import PluginKit
import ProtobufRuntime
import StewardProtos
import StewardServices

extension AdminRoutes {
  var workspaces: [Route] { [] }
}
