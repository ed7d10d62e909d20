import IPC
import Logging
import PluginKit

/// The web console. The gateway brings it the requests of browsers, and it calls the other plugins
/// on behalf of the person whose request it serves.
@main
struct ConsolePlugin: Plugin {
  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let console = Console(
      host: environment.host, keys: FormKeys(try environment.secret(FormKeys.purpose)),
      assets: Assets(), logger: Logger(label: environment.name))
    return [PagesService(console: console)]
  }
}
