package dev.chesterton.cli;

import dev.chesterton.cli.hook.HookCall;
import dev.chesterton.cli.hook.SendHook;
import dev.chesterton.cli.hook.Sender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the launcher does without picocli, for those who start it in another way. */
@Command(name = "run", description = "check one mail file; the hook calls this")
final class HookRunCommand extends Verb {

  private final Session session;

  @Option(names = "--strict", description = "hold back mail that cannot be checked")
  private boolean strict;

  @Parameters(paramLabel = "FILE", arity = "1..2", description = "a mail, and a file with SMTP headers")
  private List<String> files = new ArrayList<>();

  HookRunCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    boolean isSent = SendHook
        .run(new HookCall(Path.of(files.getFirst()), strict, session.isVerbose()),
            session.outside(), Sender.of(ProcessHandle.current()))
        .isSent();
    return isSent ? ExitCode.OK : ExitCode.FOUND_OR_NO_MATCH;
  }
}
