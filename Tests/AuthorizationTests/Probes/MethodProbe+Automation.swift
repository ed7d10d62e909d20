import AdminProtos
import AdminServices
import HostServices
import IPC

extension MethodProbe {
  static let automation: [MethodProbe] = [
    .of("automation.v1.Automation/Apply", .installation) {
      let name = $0.freshName()
      let responses = try await $0.clients.automation.apply { writer in
        let organization = ManifestObject(object: .organization(OrganizationObject(name: name)))
        try await writer.send(ApplyRequest(objects: [organization]))
      }
      for try await _ in responses {}
      return true
    },
    .of("automation.v1.Automation/Export", .installation) {
      for try await _ in try await $0.clients.automation.export(ExportRequest()) {}
      return true
    },
    .of("automation.v1.Automation/Import", .installation, passing: "STORE_NOT_EMPTY") {
      let progress = try await $0.clients.automation.import { writer in
        try await writer.send(ImportRequest(data: Array("{}\n".utf8)))
      }
      for try await _ in progress {}
      return true
    },
  ]
}

extension Clients {
  var automation: AutomationClient { AutomationClient(channel) }
  var integrity: IntegrityCheckClient { IntegrityCheckClient(channel) }
}
