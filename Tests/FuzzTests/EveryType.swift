import AdminProtos
import CorpusProtos
import GoogleProtos
import HostProtos
import IPCProtos
import ProtobufRuntime
import StoreProtos

/// Message types that together contain every other message of Steward and every kind of field.
let everyType: [any Message.Type] = [
  Everything.self, Scalars.self, IPCFrame.self, Manifest.self, HostStatus.self, PluginStatus.self,
  DescribeResponse.self, LogLine.self, LogsRequest.self, WatchRequest.self, Event.self,
  RecordedOutcome.self, MethodRules.self, Organization.self, Workspace.self,
  ListOrganizationsResponse.self, CreateOrganizationRequest.self, ListOrganizationsRequest.self,
  UpdateOrganizationRequest.self, DeleteOrganizationRequest.self, DeleteOrganizationResponse.self,
  ListWorkspacesResponse.self, CreateWorkspaceRequest.self, ListWorkspacesRequest.self,
  UpdateWorkspaceRequest.self, ArchiveWorkspaceRequest.self, GoogleStruct.self, GoogleValue.self,
  GoogleAny.self, GoogleTimestamp.self, GoogleDuration.self, GoogleFieldMask.self,
  GoogleDoubleValue.self, GoogleBytesValue.self, GoogleStringValue.self,
]
