import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.directory.v1.Directory` over the admin model.
struct DirectoryService: DirectoryServiceProtocol {
  let store: AdminStore

  func resolve(_ request: ResolveIDsRequest, context: CallContext) async throws
    -> ResolveIDsResponse
  {
    try store.read(context) { access, tx in
      try Directory.resolve(request, by: access, in: tx)
    }
  }

  func find(_ request: FindRequest, context: CallContext) async throws -> FindResponse {
    try store.read(context) { access, tx in
      try Directory.find(request, by: access, in: tx)
    }
  }
}
