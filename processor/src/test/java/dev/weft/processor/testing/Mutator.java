package dev.weft.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a few tokens of a text, as a tired author would. */
public final class Mutator {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|\\w+|->|\\+\\+|[<>=!]=|\\s+|[^\\w\\s]");

  /** A name, of which Java's own would seldom make sense elsewhere. */
  private static final String NAME =
      "(?!(return|default|static|record|int|new|for|while|if|switch|case)\\b)[a-z]\\w*";

  private static final List<String> NUMBERS =
      List.of("0", "-1", "1", "2", "3", "7", "40", "999", "70000", "2147483647");

  private final Random random;

  /** Mutations of a seed. */
  public Mutator(long seed) {
    this.random = new Random(seed);
  }

  /** The text with one to three changes. */
  public String mutate(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      change(tokens);
    }
    return String.join("", tokens);
  }

  private void change(List<String> tokens) {
    switch (random.nextInt(12)) {
      case 0 -> tokens.remove(one(tokens, "\\S+"));
      case 1 -> {
        int at = one(tokens, "\\S+");
        tokens.add(at, tokens.get(at) + " ");
      }
      case 2 -> {
        int at = one(tokens, "\\d+");
        int other = one(tokens, "\\d+|[a-z]+");
        String swapped = tokens.set(at, tokens.get(other));
        tokens.set(other, swapped);
      }
      case 3, 4 -> dropModifier(tokens);
      case 5 -> wrapInLoop(tokens);
      case 6, 7 -> tokens.set(one(tokens, NAME), tokens.get(one(tokens, NAME)));
      default -> tokens.set(one(tokens, "\\d+"), NUMBERS.get(random.nextInt(NUMBERS.size())));
    }
  }

  /** The index of a token of a kind. */
  private int one(List<String> tokens, String kind) {
    int at = random.nextInt(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      int candidate = (at + i) % tokens.size();
      if (tokens.get(candidate).matches(kind)) {
        return candidate;
      }
    }
    return at;
  }

  /** Removes {@code .name(...)}. */
  private void dropModifier(List<String> tokens) {
    int dot = one(tokens, "\\.");
    int end = dot + 2;
    int depth = 0;
    do {
      if (end >= tokens.size()) {
        return;
      }
      depth += tokens.get(end).equals("(") ? 1 : tokens.get(end).equals(")") ? -1 : 0;
      end++;
    } while (depth > 0);
    tokens.subList(dot, end).clear();
  }

  /** Makes {@code return repeat(3, i9 -> ...);} of {@code return ...;}. */
  private void wrapInLoop(List<String> tokens) {
    int start = one(tokens, "return");
    for (int i = start; i < tokens.size(); i++) {
      if (tokens.get(i).equals(";")) {
        tokens.set(i, ");");
        tokens.add(start + 1, " repeat(3, i9 -> ");
        return;
      }
    }
  }
}
