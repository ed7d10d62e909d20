import HostProtos
import HostServices
import IPC

/// The care of the store over fixed answers.
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
