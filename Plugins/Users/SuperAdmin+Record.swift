import AdminLists
import AdminModel
import AdminProtos

extension AdminProtos.SuperAdmin {
  init(_ superAdmin: AdminModel.SuperAdmin) {
    let user = superAdmin.user
    self.init(
      id: user.id, type: "super_admin", email: user.email, name: user.name,
      canLogIn: superAdmin.canLogIn, organizationIds: superAdmin.organizations)
  }
}

extension ListSuperAdminsResponse {
  init(_ page: Listing<AdminModel.SuperAdmin>) {
    self.init(
      page.items.map { AdminProtos.SuperAdmin($0) }, hasMore: page.hasMore, id: \.id)
  }
}
