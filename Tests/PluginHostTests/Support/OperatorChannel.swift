import IPC

@testable import PluginHost

/// A channel to one service of the host, on behalf of the user who runs the host.
enum OperatorChannel {
  static func channel<Own: Service>(to service: Own) throws -> any Channel {
    let methods = try PluginMethods(of: [Own.name], in: Own.descriptorSet)
    let router = Router(
      [Own.name: .local(ServiceRouter([service]), methods)],
      credentials: Credentials { StoreChanges(revision: $0, newest: [:]) })
    return InProcessChannel(router.handler(for: OperatorCaller(uid: 1)))
  }
}
