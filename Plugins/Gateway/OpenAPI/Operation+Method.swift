import IPCProtos
import JSONCalls
import ProtobufRuntime

extension Operation {
  /// Creates the description of one method under `/rpc`; returns nil if its messages are unknown.
  init?(_ method: MethodDescriptor, of definition: ServiceDefinition) {
    guard let request = try? definition.pool.message(named: method.input),
      let response = try? definition.pool.message(named: method.output)
    else { return nil }
    let schemas = MessageSchemas(pool: definition.pool)
    self.init(
      id: "\(definition.service.fullName).\(method.name)", tag: definition.service.fullName,
      summary: method.comment.isEmpty ? method.name : method.comment,
      parameters: Self.parameters(of: request), body: schemas.schema(of: request),
      response: schemas.schema(of: response))
    if method.clientStreaming { bodyType = StreamFormat.linesType }
    if method.serverStreaming { responseType = StreamFormat.linesType }
    needsCredential = method.rules.permission != "public"
  }

  /// Returns the parameters. `if-match` is among them only if the request takes a condition.
  private static func parameters(of request: MessageDescriptor) -> [Parameter] {
    let takesCondition = request.field(named: IfMatch.field) != nil
    return rpcParameters.filter { takesCondition || $0.name != "if-match" }
  }
}
