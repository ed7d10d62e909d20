internal import ArgumentParser

/// The role that somebody is to have in an organization.
struct RoleOption: ParsableArguments {
  @Option(help: "Their role: user, developer, billing, admin or claude_code_user.")
  var role = "user"
}
