internal import HostProtos
internal import IPC
internal import ProtobufRuntime
internal import Status

extension Router {
  /// The service that the router itself implements, since only the router knows on whose behalf a
  /// call is made.
  static let permissionsService = "steward.host.v1.Permissions"

  /// Adds the permissions service. Must be called before the first call.
  ///
  /// - Parameter recorder: Records the calls of the host's services.
  func servePermissions(
    recorder: PluginRecorder = PluginRecorder()
  ) throws(InvalidDescriptors) {
    let name = Self.permissionsService
    let set = ProtoFile.stewardHostV1Host.descriptorSet
    add(name, .permissions(try PluginMethods(of: [name], in: set, recorder: recorder)))
  }

  /// Checks whether the caller may call a method. The response is that of the call itself, except
  /// that the method does nothing.
  ///
  /// A gateway thus learns whether a request is worth its translation before it reads the request.
  func inquire(
    of call: HostServiceCall, as principal: Principal
  ) throws(Status) -> any CallDelegate {
    let method = try Self.method(in: call)
    guard let name = MethodName(method) else { throw .malformedMethod(method) }
    var header = call.header
    header.method = method
    switch destination(of: name.service) {
    case nil: throw .unknownService(name.service, among: services)
    case .refused(let status): throw status
    case .local(_, let methods), .permissions(let methods):
      guard let method = methods[name] else { throw .unknownMethod(name, among: methods) }
      try principal.check(method.rules, of: header.method)
      call.end(method.permission)
      return IgnoringDelegate()
    case .plugin(let route):
      let inquiry = ProxiedCall(
        call, header: header, name: name, principal: principal, route: route, isInquiry: true)
      route.carry(inquiry)
      return inquiry
    }
  }

  private static func method(in call: HostServiceCall) throws(Status) -> String {
    do throws(ProtobufError) {
      return try CheckPermissionRequest(serialized: call.header.message ?? []).method
    } catch {
      throw .malformedMethod("")
    }
  }
}

extension PluginMethods.Method {
  /// The response that says that the caller may call the method.
  var permission: CallEnd {
    let response = CheckPermissionResponse(maxRequestBytes: UInt32(clamping: rules.requestLimit))
    return CallEnd(message: try? response.serialized())
  }
}
