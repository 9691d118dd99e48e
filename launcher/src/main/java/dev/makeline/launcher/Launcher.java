package dev.makeline.launcher;

import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.recipes.DiffCommand;
import dev.makeline.launcher.recipes.ImportCommand;
import dev.makeline.launcher.recipes.ParseCommand;
import dev.makeline.launcher.rows.CopyRowsCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The entry point: one subcommand for each thing that a person can ask for. What cannot be done
/// ends in one sentence on stderr and an exit code (see [CannotProceedException]).
@Command(
        name = "makeline",
        description = "Keeps every make of a recipe and shows what was done differently.",
        synopsisSubcommandLabel = "<command>",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            TokenCommand.class,
            AdminCommand.class,
            StatusCommand.class,
            DownCommand.class,
            RebuildCommand.class,
            CopyRowsCommand.class,
            ParseCommand.class,
            DiffCommand.class,
            ImportCommand.class,
            HelpCommand.class
        })
public final class Launcher {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Launcher());
        commandLine.getSubcommands().values().forEach(Launcher::explainItself);
        return commandLine
                .setParameterExceptionHandler(Launcher::misunderstood)
                .setExecutionExceptionHandler(Launcher::cannotProceed)
                .setUsageHelpAutoWidth(true);
    }

    private static void explainItself(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(
                            OptionSpec.builder("-h", "--help")
                                    .usageHelp(true)
                                    .description("Show this text.")
                                    .build());
        }
        command.getSubcommands().values().forEach(Launcher::explainItself);
    }

    private static int misunderstood(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
        tell(
                e.getCommandLine().getErr(),
                "%s: ./%s --help tells the options."
                        .formatted(String.valueOf(e.getMessage()).replaceAll("\\.$", ""), command));
        return CannotProceedException.REFUSED;
    }

    private static int cannotProceed(Exception e, CommandLine command, ParseResult parsed)
            throws Exception {
        if (e instanceof CannotProceedException refusal) {
            tell(command.getErr(), refusal.sentence());
            return refusal.exitCode();
        }
        throw e;
    }

    private static void tell(PrintWriter err, String sentence) {
        err.println(sentence);
        err.flush();
    }
}
