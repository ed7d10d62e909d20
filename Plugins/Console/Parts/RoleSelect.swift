import HTML

/// The choice of a role in an organization. Each is explained in a line.
struct RoleSelect: Sendable {
  var chosen = "user"

  func drawing(refusal: Refusal?, in visit: Visit) -> Markup {
    Field(name: "role", label: .role).choice(
      Phrase.organizationRoles.map { ($0, .explainedRole($0)) }, value: chosen, refusal: refusal,
      in: visit)
  }
}
