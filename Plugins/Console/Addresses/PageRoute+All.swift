extension PageRoute {
  /// Every address of the console that a person who is logged in can visit.
  static let all: [PageRoute] =
    dashboard + organizations + adminKeys + workspaces + keys + users + account + audit + plugins

  private static let dashboard = [
    PageRoute("/console/", DashboardPage.self),
    PageRoute(form: "/console/first-steps/dismiss", DismissFirstSteps.self),
  ]

  private static let organizations = [
    PageRoute("/console/orgs", OrganizationsPage.self),
    PageRoute(form: "/console/orgs/new", CreateOrganizationDialog.self),
    PageRoute(form: "/console/orgs/{org}/edit", RenameOrganizationDialog.self),
    PageRoute(form: "/console/orgs/{org}/delete", DeleteOrganizationDialog.self),
    PageRoute("/console/orgs/switch", SwitchOrganizationDialog.self),
    PageRoute("/console/orgs/{org}", OrganizationPage.self),
    PageRoute(to: "/console/find", FindPage.self),
    PageRoute("/console/shortcuts", ShortcutsDialog.self),
  ]

  private static let adminKeys = [
    PageRoute("/console/orgs/{org}/admin-keys", AdminKeysPage.self),
    PageRoute(form: "/console/orgs/{org}/admin-keys/new", CreateAdminKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/admin-keys/{key}/revoke", RevokeAdminKeyDialog.self),
  ]

  private static let workspaces = [
    PageRoute("/console/orgs/{org}/workspaces", WorkspacesPage.self),
    PageRoute(form: "/console/orgs/{org}/workspaces/new", CreateWorkspaceDialog.self),
    PageRoute("/console/orgs/{org}/workspaces/{ws}", WorkspacePage.self),
    PageRoute(form: "/console/orgs/{org}/workspaces/{ws}/edit", EditWorkspaceDialog.self),
    PageRoute(form: "/console/orgs/{org}/workspaces/{ws}/archive", ArchiveWorkspaceDialog.self),
    PageRoute(
      form: "/console/orgs/{org}/workspaces/{ws}/members/new", AddWorkspaceMemberDialog.self),
    PageRoute(
      form: "/console/orgs/{org}/workspaces/{ws}/members/{user}/edit",
      EditWorkspaceMemberDialog.self),
    PageRoute(
      form: "/console/orgs/{org}/workspaces/{ws}/members/{user}/remove",
      RemoveWorkspaceMemberDialog.self),
  ]

  private static let keys = [
    PageRoute("/console/orgs/{org}/keys", KeysPage.self),
    PageRoute(form: "/console/orgs/{org}/keys/new", IssueKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/keys/register", RegisterKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/keys/bulk", KeyBulkPage.self),
    PageRoute("/console/orgs/{org}/keys/{key}", KeyPage.self),
    PageRoute(form: "/console/orgs/{org}/keys/{key}/edit", EditKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/keys/{key}/rotate", RotateKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/keys/{key}/activate", SetKeyStatusForm.self),
    PageRoute(form: "/console/orgs/{org}/keys/{key}/deactivate", SetKeyStatusForm.self),
    PageRoute(form: "/console/orgs/{org}/keys/{key}/link", LinkKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/keys/{key}/archive", ArchiveKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/keys/{key}/reveal", RevealKeyDialog.self),
  ]

  private static let users = [
    PageRoute("/console/orgs/{org}/users", UsersPage.self),
    PageRoute(form: "/console/orgs/{org}/users/new", AddUserDialog.self),
    PageRoute("/console/orgs/{org}/users/{user}", UserPage.self),
    PageRoute(form: "/console/orgs/{org}/users/{user}/edit", EditUserDialog.self),
    PageRoute(form: "/console/orgs/{org}/users/{user}/remove", RemoveUserDialog.self),
    PageRoute(form: "/console/orgs/{org}/users/{user}/suspend", SuspendUserDialog.self),
    PageRoute(form: "/console/orgs/{org}/users/{user}/resume", ResumeUserDialog.self),
    PageRoute(form: "/console/orgs/{org}/users/{user}/reset", ResetUserDialog.self),
    PageRoute(form: "/console/orgs/{org}/users/{user}/sign-out", SignOutUserDialog.self),
    PageRoute(form: "/console/orgs/{org}/users/{user}/keys/new", LinkUserKeyDialog.self),
    PageRoute(form: "/console/orgs/{org}/invites/{invite}/renew", RenewInviteDialog.self),
    PageRoute(form: "/console/orgs/{org}/invites/{invite}/delete", WithdrawInviteDialog.self),
  ]

  private static let plugins = [
    PageRoute("/console/plugins", PluginsPage.self),
    PageRoute("/console/plugins/{plugin}", PluginPage.self),
    PageRoute(to: "/console/plugins/{plugin}/log", PluginLogDownload.self),
    PageRoute(form: "/console/plugins/{plugin}/reload", ReloadPluginDialog.self),
  ]

  private static let account = [
    PageRoute("/console/confirm", ConfirmPage.self),
    PageRoute("/console/account", AccountPage.self),
    PageRoute(form: "/console/account/profile", ProfileForm.self),
    PageRoute(form: "/console/account/password", PasswordForm.self),
    PageRoute(form: "/console/account/browser", BrowserForm.self),
    PageRoute(form: "/console/account/sessions/end", EndSessionForm.self),
    PageRoute(form: "/console/account/sessions/others", EndSessionForm.self),
  ]
}
