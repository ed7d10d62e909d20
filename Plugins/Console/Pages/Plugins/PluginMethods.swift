import HTML
import IPCProtos
import JSONCalls
import ProtobufRuntime

/// The methods of a plugin's services, with the permission that each needs.
struct PluginMethods: Sendable {
  private struct Method: Sendable {
    let name: String
    let permission: String
    let isStream: Bool
    /// Whether the host may repeat it, in the word of its rules.
    let repeats: String
  }

  private let visit: Visit
  private let methods: [Method]

  /// Reads the methods of a plugin that runs. They are told by the plugin's process, so a plugin
  /// that is stopped would be started.
  static func load(_ plugin: String, _ visit: Visit) async throws -> PluginMethods {
    let services = try await ServiceDefinition.fetch(
      ofPlugin: plugin, over: visit.host, options: visit.reading)
    let methods = services.flatMap { definition in
      definition.service.methods.map { method in
        Method(
          name: "\(definition.service.fullName)/\(method.name)",
          permission: method.rules.permission,
          isStream: method.clientStreaming || method.serverStreaming,
          repeats: method.rules.idempotency.word)
      }
    }
    return PluginMethods(visit: visit, methods: methods)
  }

  var drawing: Markup {
    DataTable(
      caption: .methods,
      columns: [
        .init(name: .methodColumn) { method in
          Markup {
            code { method.name }
            if method.isStream {
              " "
              visit.tag(.stream)
            }
          }
        },
        .init(name: .permissionColumn) { method in code { method.permission } },
        .init(name: .repeatsColumn) { method in .text(visit.text(.repeats(method.repeats))) },
      ],
      id: { $0.name }
    ).drawing(methods, in: visit)
  }
}
