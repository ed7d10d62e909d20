import HostProtos
import HostServices
import IPC

/// A maintenance service with fixed responses.
struct FakeMaintenance: MaintenanceServiceProtocol {
  var chunks: [BackupChunk] = []
  var findings: [Finding] = []

  func backup(
    _ request: BackupRequest, to responses: MessageWriter<BackupChunk>, context: CallContext
  ) async throws {
    for chunk in chunks { try await responses.send(chunk) }
  }

  func examine(_ request: ExamineRequest, context: CallContext) async throws -> ExamineResponse {
    ExamineResponse(findings: findings)
  }
}
