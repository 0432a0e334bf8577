package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** {@code String}, {@code StringBuilder} and what formats. */
@Network(input = {3, 8, 8})
public interface LibraryTexts {
  default Layer searching() {
    String s = "block3_conv2_conv";
    return sequential(
        Show.of(s.indexOf('_') + s.lastIndexOf("conv") * 100),
        Show.of(s.indexOf("conv", 8) + s.indexOf('c', 3)),
        Show.of(s.contains("3_") && s.endsWith("conv") && s.startsWith("conv", 7)),
        Show.of(s.charAt(5)),
        Show.of(s.regionMatches(7, "xconvx", 1, 4)));
  }

  default Layer cutting() {
    String s = "  residual Block ";
    return sequential(
        Show.of(s.strip().length() + s.trim().length()),
        Show.of(s.stripLeading() + "|" + s.stripTrailing()),
        Show.of(s.substring(3, 8) + s.substring(12)),
        Show.of(s.isBlank() || "".isEmpty()),
        Show.of(s.strip().toUpperCase() + s.strip().toLowerCase()));
  }

  default Layer replacing() {
    return sequential(
        Show.of("a.b.c".replace('.', '_')),
        Show.of("aaa".replace("aa", "b")),
        Show.of("abc".replace("", "-")),
        Show.of("conv1 conv22".replaceAll("[0-9]+", "<$0>")),
        Show.of("conv1 conv22".replaceFirst("conv", "c")));
  }

  default Layer splitting() {
    String[] parts = "64,128,,256,,".split(",");
    int sum = 0;
    for (String part : parts) {
      sum += part.isEmpty() ? 1 : Integer.parseInt(part);
    }
    return sequential(
        Show.of(sum),
        Show.of(parts.length),
        Show.of("a1b22c".split("\\d+").length),
        Show.of("a:b:c".split(":", 2)[1]),
        Show.of(String.join("+", "a|b|c".split("\\|"))));
  }

  default Layer joining() {
    return sequential(
        Show.of(String.join("-", "a", "b", "c")),
        Show.of(String.join(",", List.of("x", "y"))),
        Show.of("ab".repeat(3).concat("c")),
        Show.of(String.join("")));
  }

  default Layer comparing() {
    return sequential(
        Show.of("abc".compareTo("abd") + "b".compareToIgnoreCase("A")),
        Show.of("Conv".equalsIgnoreCase("cONV")),
        Show.of("conv".hashCode()),
        Show.of("a".equals("a") && !"a".equals(1)),
        Show.of("abc".contentEquals(new StringBuilder("abc"))));
  }

  default Layer charactersOfText() {
    int vowels = 0;
    for (char c : "residual".toCharArray()) {
      vowels += "aeiou".indexOf(c) >= 0 ? 1 : 0;
    }
    return sequential(
        Show.of(vowels),
        Show.of("abc".chars().sum()),
        Show.of("a1b2".chars().filter(Character::isDigit).count()),
        Show.of("abc".chars().mapToObj(c -> "" + (char) c).collect(Collectors.joining("/"))),
        Show.of("abc".codePointAt(1)),
        Show.of(String.valueOf(new char[] {'x', 'y'})),
        Show.of(new String(new char[] {'z'})));
  }

  default Layer linesOfText() {
    String block =
        """
        64 3
          128 5\tx
        256 1""";
    return sequential(
        Show.of(block.lines().count()),
        sequential(
            block
                .lines()
                .map(line -> line.strip().split("\\s"))
                .map(parts -> conv(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                .toArray(Layer[]::new)),
        Show.of(block.indent(2)),
        Show.of("  a\n b".stripIndent()),
        Show.of("a\\tb".translateEscapes()));
  }

  default Layer formatting() {
    return sequential(
        Show.of(String.format("stage%d_block%02d", 3, 7)),
        Show.of("%s-%s-%c-%b".formatted("a", 1, 'x', true)),
        Show.of(String.format(Locale.ROOT, "%.3f %e %,d", 1.5, 12345.678, 1234567)),
        Show.of(String.format("%x %X %o %08X", 255, 255, 8, 48879)),
        Show.of(String.format("[%5s][%-5s][%5d][%+d]", "a", "b", 42, 7)),
        Show.of(String.format("%2$s %1$s %% %s", "a", "b")),
        Show.of(String.format("%s %s", List.of(1, 2), null)));
  }

  default Layer builders() {
    StringBuilder b = new StringBuilder("x");
    b.append(1).append('c').append(2.5).append(true).append("s").append(3L).append((Object) null);
    b.insert(0, "<").insert(2, 9).setCharAt(1, 'y');
    b.deleteCharAt(b.length() - 1).delete(0, 1);
    StringBuilder r = new StringBuilder().append("abc").reverse();
    r.setLength(2);
    return sequential(
        Show.of(b.toString()),
        Show.of("" + r),
        Show.of(b.indexOf("c") + b.length()),
        Show.of(b.replace(0, 2, "zz").substring(1, 4)),
        Show.of(b.charAt(0)));
  }

  default Layer builderInLoop() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      if (name.length() > 0) {
        name.append('_');
      }
      name.append(i * i);
    }
    return identity().named("n" + name);
  }

  default Layer joiners() {
    StringJoiner j = new StringJoiner(", ", "{", "}");
    j.add("a").add("b");
    return sequential(Show.of(j.toString()), Show.of(j.length()));
  }

  default Layer valuesAsText() {
    Object nothing = null;
    return sequential(
        Show.of(String.valueOf(1) + String.valueOf('c') + String.valueOf(2.0f)),
        Show.of(String.valueOf(nothing)),
        Show.of("" + List.of(1, 2) + new TreeMap<>(Map.of("a", 1, "b", 2))),
        Show.of("" + Optional.of(3) + Optional.empty() + OptionalInt.of(4)),
        Show.of(Map.entry("k", 1).toString()),
        Show.of(Objects.toString(null, "none")));
  }

  default Layer matching() {
    return sequential(
        Show.of("conv12".matches("conv\\d+")),
        Show.of("conv".matches("con")),
        Show.of(" a  b ".trim().split(" +").length));
  }
}
