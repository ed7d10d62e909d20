import ArgumentParser
import Testing

@testable import StewardCommands

@Suite("Help texts")
struct HelpTextTests {
  @Test("The help of the program lists all commands")
  func root() {
    #expect(
      Steward.helpMessage(columns: 100) == """
        OVERVIEW: A modular admin control plane.

        Every command works with or without a running host. If `steward serve` runs on the data directory,
        the command connects to it. Otherwise the command starts the plugins that it needs, and stops them
        at the end.

        Data goes to standard output, everything else to standard error. `steward help exit-codes` lists
        the exit codes.

        USAGE: steward <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        FIRST RUN AND LOGINS SUBCOMMANDS:
          console                 Print the address of the web console.
          init                    Claim a new installation as its first admin.
          recover                 Make a user a super admin with a new password.
          auth                    Log in and out, and see who you are.
          admin-keys              Administer admin keys, for programs that administer an organization.

        ADMIN SUBCOMMANDS:
          orgs                    Administer organizations.
          workspaces              Administer the workspaces of an organization.
          users                   Administer the members of an organization.
          invites                 Accept invites, and administer those of an organization.
          keys                    Administer API keys.
          find                    Find organizations, workspaces, keys and people.
          resolve                 Show what ids stand for.

        AUTOMATION SUBCOMMANDS:
          apply                   Make organizations and their contents match manifests.
          export                  Write everything in the store as JSON lines.
          import                  Import an export into an empty store.

        HOST SUBCOMMANDS:
          serve                   Run the host until SIGINT or SIGTERM.
          status                  Show whether a host runs, and the state of its plugins.
          plugin                  Manage the plugins of the host.
          audit                   List who changed what, and verify that the log is intact.
          backup                  Copy the store into a file, without stopping the host.
          restore                 Replace the store with a backup.
          resize                  Raise the maximum size of the store.
          doctor                  Check the data directory, store, plugins and kernel, and suggest fixes.

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
          create                  Create an organization with a Default Workspace.
          get                     Show one organization.
          list, ls                List organizations, newest first.
          update                  Rename an organization.
          delete                  Delete an organization and everything in it.

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
          update                  Change only the given fields of a workspace.
          archive                 Archive a workspace permanently.
          members                 Administer the members of a workspace.

          See 'steward help workspaces <subcommand>' for detailed help.
        """)
  }

  @Test("The help of steward plugin lists its commands")
  func plugin() {
    #expect(
      Steward.helpMessage(for: PluginCommand.self, columns: 100) == """
        OVERVIEW: Manage the plugins of the host.

        USAGE: steward plugin <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          list, ls                List the plugins in start order.
          info                    Show one plugin, and its last crash.
          stats                   Show the calls, latencies and resources of plugins.
          logs                    Print a plugin's log.
          install                 Install a plugin for the host, or replace one, even while it runs.
          reload                  Replace a plugin's process with a new one; no call fails.
          trust                   Accept the grants of a plugin.

          See 'steward help plugin <subcommand>' for detailed help.
        """)
  }

  @Test("The help of a verb lists its own options and those that every verb takes")
  func verb() {
    #expect(
      ParsedCommandLine.shorteningUsage(
        in: Steward.helpMessage(for: ListOrganizations.self, columns: 100)) == """
          OVERVIEW: List organizations, newest first.

          USAGE: steward orgs list [options]

          OPTIONS:
            --query <query>         Only those with words that begin so in their names or mail addresses,
                                    such as "ada lov", or with this id or hint.
            --id <id>               Only the one with this id; may be repeated.
            --limit <limit>         The most results to list, 1 to 1000. (default: 20)
            --after <id>            List the results right after this id.
            --before <id>           List the results right before this id.
            --all                   List all results, page by page.
            --data <dir>            The data directory. (default: STEWARD_DATA or ~/.local/share/steward)
            --plugin-path <dir>     A directory of plugins, searched before STEWARD_PLUGIN_PATH; may be
                                    repeated.
            -o, --output <format>   The output format; id prints only ids. (values: table, json, jsonl, yaml,
                                    id)
            --timeout <duration>    The time limit of each call, such as 500ms, 10s or 2m.
            --token-file <file>     The file with the caller's access token or admin key, or - for standard
                                    input. (default: the token in STEWARD_TOKEN)
            --session               Call as the user of the session of steward auth login.
            -q, --quiet             Print only data and errors, without hints and notes.
            --version               Show the version.
            -h, --help              Show help information.

          """)
  }

  @Test("The help of steward restore promises nothing that needs a lost master key")
  func restore() {
    #expect(
      Steward.helpMessage(for: RestoreCommand.self, columns: 100).hasPrefix(
        """
        OVERVIEW: Replace the store with a backup.

        No host may be running. Every event of the backup is checked before anything changes. The replaced
        store stays in the data directory under another name, which is printed.

        The master key of the installation must be present first: the backup is refused unless a host with
        that key wrote it. --unverified restores it without this proof. Anyone who could write to the file
        then decides what is in it. The log records that the backup was not verified.

        A lost master key can't be replaced: the store, restored or not, accepts no other key. Without its
        key, organizations, workspaces and the log can be read. Members, keys, logins, backups, exports and
        steward audit verify need the key. To begin again in another data directory: steward init, then
        steward apply

        USAGE: steward restore
        """))
  }

  @Test("The help of steward import says what --unverified still refuses")
  func importing() {
    #expect(
      Steward.helpMessage(for: ImportCommand.self, columns: 100).hasPrefix(
        """
        OVERVIEW: Import an export into an empty store.

        Imports all of it or nothing: if a line is wrong, the store stays empty and the error names the
        line. Ids, times, etags and the history stay the same.

        The export must be unchanged, and a host with the same master key must have written it.
        --unverified imports an export without this proof, with everything that others may have put into
        the file, such as another admin. The log then records that the import was unverified. Under another
        master key, API keys, admin keys and invites are of no use, so an export with any of them is
        refused even then.

        USAGE: steward import
        """))
  }

  @Test(
    "The usage line of a verb has one [options] for the options that every verb takes",
    arguments: [
      ("users remove --help", "USAGE: steward users remove [options] <id>\n"),
      ("serve --help", "USAGE: steward serve [options]\n"),
      ("plugin list --help", "USAGE: steward plugin list [options]\n"),
    ])
  func usage(line: String, usage: String) throws {
    let parsed = try ParsedCommandLine(line.split(separator: " ").map(String.init))
    guard case .text(let text) = parsed else {
      Issue.record("\(line) prints no help")
      return
    }
    #expect(text.contains(usage))
  }
}
