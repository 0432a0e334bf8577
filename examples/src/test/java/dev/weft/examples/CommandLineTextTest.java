package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CommandLineTextTest {
  private static final List<String> STARTED =
      List.of(
          "train",
          "resnet18",
          "--data",
          "my photos",
          "--out",
          "a run",
          "--resume=b",
          "--weights",
          "w",
          "--clip=5");

  @Test
  void aJarIsStartedAsItWas() {
    assertThat(new CommandLineText("target/weft.jar", '/').toResume(STARTED, "a run"))
        .isEqualTo(
            "java -jar target/weft.jar train resnet18 --data 'my photos' --clip=5"
                + " --resume 'a run'");
  }

  @Test
  void aClassPathIsGivenAsItWas() {
    assertThat(new CommandLineText("weft.jar:my classes", '/').toResume(List.of("train"), "run"))
        .isEqualTo("java -cp 'weft.jar:my classes' dev.weft.examples.Main train --resume run");
    assertThat(new CommandLineText("a.jar:b.jar", '/').toResume(List.of("train"), "run"))
        .startsWith("java -cp a.jar:b.jar dev.weft.examples.Main");
  }

  @Test
  void helpIsShownByTheProgramAsItWasStarted() {
    assertThat(new CommandLineText("target/weft.jar", '/').toShowHelp("train"))
        .isEqualTo("java -jar target/weft.jar train --help");
    assertThat(new CommandLineText("weft.jar:classes", '/').toShowHelp(""))
        .isEqualTo("java -cp weft.jar:classes dev.weft.examples.Main --help");
    assertThat(new CommandLineText("a.jar:".repeat(100), '/').toShowHelp("train"))
        .isEqualTo("java -cp ... dev.weft.examples.Main train --help");
  }

  @Test
  void windowsHasQuotesOfItsOwn() {
    assertThat(
            new CommandLineText("C:\\weft\\weft.jar", '\\')
                .toResume(List.of("train", "--data", "C:\\my photos"), "runs\\a"))
        .isEqualTo("java -jar C:\\weft\\weft.jar train --data \"C:\\my photos\" --resume runs\\a");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aShellTakesItApartAgain() throws IOException {
    List<String> odd = List.of("it's", "$HOME", "a\"b", "`c`", "*", "x;y", "back\\slash", "", "~");
    String command = new CommandLineText("weft.jar", '/').toResume(odd, "run");
    String arguments = command.substring("java -jar weft.jar ".length());
    Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + arguments).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .startsWith(odd.toArray(String[]::new))
        .endsWith("--resume", "run");
  }
}
