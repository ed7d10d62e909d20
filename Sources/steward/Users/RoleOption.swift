internal import ArgumentParser

/// The option for the role of a member in an organization.
struct RoleOption: ParsableArguments {
  @Option(help: "The user's role: user, developer, billing, admin or claude_code_user.")
  var role = "user"
}
