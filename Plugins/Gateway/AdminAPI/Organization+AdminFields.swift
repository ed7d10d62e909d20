import AdminProtos

extension Organization: AdminResource {
  static let adminFields = ResourceFields<Organization>(
    "Organization",
    .text("id", \.id, .uuid),
    .constant("type", "organization"),
    .text("name", \.name))
}
