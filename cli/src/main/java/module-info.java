/** The command line: the wiring of everything. */
@org.jspecify.annotations.NullMarked
module io.tiktoktoe.cli {
  requires io.tiktoktoe.core;
  requires io.tiktoktoe.simulation;
  requires io.tiktoktoe.store;
  requires io.tiktoktoe.service;
  requires info.picocli;
  requires jdk.unsupported;

  exports io.tiktoktoe.cli;

  opens io.tiktoktoe.cli to
      info.picocli;
  opens io.tiktoktoe.cli.command to
      info.picocli,
      io.tiktoktoe.service;
  opens io.tiktoktoe.cli.command.analyze to
      info.picocli,
      io.tiktoktoe.service;
  opens io.tiktoktoe.cli.command.audience to
      info.picocli,
      io.tiktoktoe.service;
  opens io.tiktoktoe.cli.command.experiment to
      info.picocli,
      io.tiktoktoe.service;
  opens io.tiktoktoe.cli.command.price to
      info.picocli,
      io.tiktoktoe.service;
  opens io.tiktoktoe.cli.command.privacy to
      info.picocli,
      io.tiktoktoe.service;
  opens io.tiktoktoe.cli.command.upkeep to
      info.picocli,
      io.tiktoktoe.service;
  opens io.tiktoktoe.cli.option to
      info.picocli;
}
