import AdminModel
import AdminProtos
import IPCProtos

extension Identity {
  init(_ caller: Caller) {
    self.init(
      type: caller.kind, id: caller.principal.id, name: caller.name, email: caller.email,
      superAdmin: caller.isSuperAdmin,
      organizations: caller.places.map(IdentityOrganization.init),
      sessionId: caller.principal.session)
  }
}

extension Caller {
  fileprivate var kind: String {
    switch principal.kind {
    case .user: "user"
    case .adminKey: "admin_key"
    case .plugin: "plugin"
    default: "operator"
    }
  }
}

extension IdentityOrganization {
  fileprivate init(_ place: Caller.Place) {
    self.init(
      id: place.organization.id, name: place.organization.name, role: place.role,
      workspaces: place.workspaces.map(IdentityWorkspace.init))
  }
}

extension IdentityWorkspace {
  fileprivate init(_ place: Caller.WorkspaceReference) {
    self.init(id: place.workspace.id, name: place.workspace.name, role: place.role)
  }
}
