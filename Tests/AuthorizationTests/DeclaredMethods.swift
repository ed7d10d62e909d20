import IPCProtos
import ProtobufRuntime

/// The methods of services, as their embedded descriptors declare them.
enum DeclaredMethods {
  /// The number of `steward.options.v1.rules` in google.protobuf.MethodOptions.
  private static let rulesField = 50400

  /// Returns the permission that each method declares, by the method's name without "steward.". It
  /// is empty if the method declares none.
  static func permissions(of services: [String], in sets: [[UInt8]]) throws -> [String: String] {
    try rules(of: services, in: sets).mapValues(\.permission)
  }

  /// Returns the rules that each method declares, by the method's name without "steward.".
  static func rules(of services: [String], in sets: [[UInt8]]) throws -> [String: MethodRules] {
    var declared: [String: MethodRules] = [:]
    for set in sets {
      let pool = try DescriptorPool(serializedFileDescriptorSet: set)
      for service in services.compactMap({ pool.services[$0] }) {
        for method in service.methods {
          let rules = try MethodRules(serialized: method.option(rulesField) ?? [])
          let name = "\(service.fullName)/\(method.name)"
          declared[String(name.trimmingPrefix("steward."))] = rules
        }
      }
    }
    return declared
  }
}
