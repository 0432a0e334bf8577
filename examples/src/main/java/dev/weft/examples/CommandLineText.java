package dev.weft.examples;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines of this program, as one pastes them into a shell. */
final class CommandLineText {
  private static final Pattern PLAIN = Pattern.compile("[\\w@+=:,./-]+");

  /** Of what is only to be read; a class path may fill a terminal. */
  private static final int LONGEST = 150;

  /** Options that have no place where a training goes on. */
  private static final List<String> OF_THE_BEGINNING =
      List.of(RunOptions.OUT, RunOptions.RESUME, WeightsOption.NAME);

  private final String classPath;
  private final char separator;

  /**
   * @param classPath what the program was started from
   * @param separator what stands between the folders of a path: {@code \} in Windows' shell
   */
  CommandLineText(String classPath, char separator) {
    this.classPath = classPath;
    this.separator = separator;
  }

  /** Those that start this program as it was started. */
  static CommandLineText ofThisProgram() {
    return new CommandLineText(System.getProperty("java.class.path"), File.separatorChar);
  }

  /** The command that goes on with a training which these arguments started. */
  String toResume(List<String> started, String directory) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < started.size(); i++) {
      String argument = started.get(i);
      if (OF_THE_BEGINNING.contains(argument)) {
        i++;
      } else if (OF_THE_BEGINNING.stream().noneMatch(each -> argument.startsWith(each + "="))) {
        all.add(argument);
      }
    }
    all.add(RunOptions.RESUME);
    all.add(directory);
    return program() + " " + all.stream().map(this::quoted).collect(Collectors.joining(" "));
  }

  /** The command that shows the options of a command, or the commands where it is empty. */
  String toShowHelp(String command) {
    String program = program();
    return (program.length() > LONGEST ? startedWith("...") : program)
        + (command.isEmpty() ? "" : " " + command)
        + " --help";
  }

  /** The command that has networks of one's own on the class path, whose directory is DIRECTORY. */
  String withOwnClasses() {
    String own = classPath.length() > LONGEST ? "..." : classPath;
    return startedWith(quoted(own + (isWindows() ? ';' : ':') + "DIRECTORY"));
  }

  /** With {@code -jar}, the class path is the jar alone. */
  private String program() {
    boolean isOneFile = classPath.indexOf(isWindows() ? ';' : ':') < 0;
    return isOneFile && classPath.endsWith(".jar")
        ? "java -jar " + quoted(classPath)
        : startedWith(quoted(classPath));
  }

  private static String startedWith(String classPath) {
    return "java -cp " + classPath + " " + Main.class.getName();
  }

  private String quoted(String argument) {
    if (PLAIN.matcher(argument.replace(separator, '/')).matches()) {
      return argument;
    }
    return separator == '\\' ? '"' + argument + '"' : "'" + argument.replace("'", "'\\''") + "'";
  }

  private boolean isWindows() {
    return separator == '\\';
  }
}
