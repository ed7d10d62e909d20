import ArgumentParser
import Testing

@testable import steward

@Suite("Help texts")
struct HelpTextTests {
  @Test("The help of the program lists all commands")
  func root() {
    #expect(
      Steward.helpMessage(columns: 100) == """
        OVERVIEW: A modular admin control plane.

        Every command works with and without a running host: if `steward serve` runs on the data directory,
        the command speaks with it; otherwise it starts the plugins that it needs and stops them again.

        Data goes to standard output, everything else to standard error. Exit codes are listed by `steward
        help exit-codes`.

        USAGE: steward <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        FIRST RUN AND LOGINS SUBCOMMANDS:
          init                    Claim a new installation, as its first admin.
          recover                 Make somebody a super admin with a new password.
          auth                    Log in and out, and see who you are.
          admin-keys              Administer the keys by which programs administer an organization.

        ADMIN SUBCOMMANDS:
          orgs                    Administer organizations.
          workspaces              Administer the workspaces of an organization.
          users                   Administer the members of an organization.
          invites                 Accept invites, and administer those of an organization.
          keys                    Administer API keys.

        AUTOMATION SUBCOMMANDS:
          apply                   Make organizations and what is in them as manifests say.
          export                  Write everything in the store as lines of JSON.
          import                  Fill an empty store with what export has written.

        HOST SUBCOMMANDS:
          serve                   Run the host until SIGINT or SIGTERM.
          status                  Show whether a host runs, and how it and its plugins do.
          plugin                  See and manage the plugins that the host runs.
          audit                   See who changed what, and check that nobody has changed that.
          backup                  Copy the store into a file, while everything goes on.
          restore                 Put the store back from what backup has written.
          resize                  Let the store grow to a larger size.
          doctor                  Examine data directory, store, plugins and kernel, and say what to do.

        ANY PLUGIN SUBCOMMANDS:
          call                    Call any method of any plugin with JSON.
          batch                   Make many calls: JSON lines in, JSON lines out, in order.
          describe                Show services, methods, messages and enums of any plugin.
          watch                   Print every change as it is committed.

        SHELL SUBCOMMANDS:
          completions             Print a shell's completion script.

          See 'steward help <subcommand>' for detailed help.
        """)
  }

  @Test("The help of steward orgs lists its commands")
  func orgs() {
    #expect(
      Steward.helpMessage(for: OrgsCommand.self, columns: 100) == """
        OVERVIEW: Administer organizations.

        USAGE: steward orgs <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          create                  Create an organization; its Default Workspace comes with it.
          get                     Show one organization.
          list, ls                List organizations, newest first.
          update                  Rename an organization.
          delete                  Delete an organization with everything in it.

          See 'steward help orgs <subcommand>' for detailed help.
        """)
  }

  @Test("The help of steward workspaces lists its commands")
  func workspaces() {
    #expect(
      Steward.helpMessage(for: WorkspacesCommand.self, columns: 100) == """
        OVERVIEW: Administer the workspaces of an organization.

        USAGE: steward workspaces <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          create                  Create a workspace in an organization.
          get                     Show one workspace, archived or not.
          list, ls                List the workspaces of an organization, newest first.
          update                  Change what is given of a workspace, and leave the rest.
          archive                 Archive a workspace, for good.
          members                 Administer who works in a workspace.

          See 'steward help workspaces <subcommand>' for detailed help.
        """)
  }

  @Test("The help of steward plugin lists its commands")
  func plugin() {
    #expect(
      Steward.helpMessage(for: PluginCommand.self, columns: 100) == """
        OVERVIEW: See and manage the plugins that the host runs.

        USAGE: steward plugin <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          list, ls                List the plugins that were found, in start order.
          info                    Show one plugin, and its last crash.
          logs                    Print a plugin's log.
          install                 Put a plugin where the host finds it, also over one that runs.
          reload                  Replace a plugin's process by a new one; no call fails.
          trust                   Let a plugin have what it asks for.

          See 'steward help plugin <subcommand>' for detailed help.
        """)
  }

  @Test("The help of a verb lists its own options and those that every verb takes")
  func verb() {
    #expect(
      Steward.helpMessage(for: ListOrganizations.self, columns: 100) == """
        OVERVIEW: List organizations, newest first.

        USAGE: steward orgs list [--limit <limit>] [--after <id>] [--before <id>] [--all] [--data <dir>] \
        [--plugin-path <dir> ...] [--output <format>] [--timeout <duration>] [--token-file <file>] \
        [--session] [--quiet]

        OPTIONS:
          --limit <limit>         How many to list at most, 1 to 1000. Default 20.
          --after <id>            List those right after this id.
          --before <id>           List those right before this id.
          --all                   List all of them, page by page.
          --data <dir>            The data directory. Default: STEWARD_DATA, or ~/.local/share/steward.
          --plugin-path <dir>     Where to look for more plugins, before STEWARD_PLUGIN_PATH; repeatable.
          -o, --output <format>   How to print; id prints ids only. (values: table, json, jsonl, yaml, id)
          --timeout <duration>    How long to wait, as 500ms, 10s or 2m.
          --token-file <file>     Call with the access token or admin key in this file, or - for standard
                                  input. Default: STEWARD_TOKEN.
          --session               Call as the user of the session that steward auth login began.
          -q, --quiet             Print data and errors only: no hints, no notes.
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }
}
