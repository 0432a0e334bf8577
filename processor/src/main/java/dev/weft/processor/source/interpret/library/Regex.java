package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions. Each character that is looked at is a step, so that an expression that takes
 * exponential time ends as an endless loop does.
 */
final class Regex {
  private Regex() {}

  private record Metered(CharSequence text, Host host) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      host.steps(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  static boolean matches(Host host, String text, String regex) {
    return matcher(host, text, regex).matches();
  }

  private static Matcher matcher(Host host, String text, String regex) {
    return Pattern.compile(regex).matcher(new Metered(text, host));
  }

  static JavaArray split(Host host, String text, String regex) {
    return split(host, text, regex, 0);
  }

  static JavaArray split(Host host, String text, String regex, int limit) {
    host.cells(text.length());
    host.characters(text.length());
    return JavaArrays.ofObjects(
        (Object[]) Pattern.compile(regex).split(new Metered(text, host), limit));
  }

  static String replaceAll(Host host, String text, String regex, String replacement) {
    return replaced(host, text, regex, replacement, Integer.MAX_VALUE);
  }

  static String replaceFirst(Host host, String text, String regex, String replacement) {
    return replaced(host, text, regex, replacement, 1);
  }

  private static String replaced(
      Host host, String text, String regex, String replacement, int most) {
    Matcher matcher = matcher(host, text, regex);
    StringBuilder made = new StringBuilder();
    long references = replacement.chars().filter(c -> c == '$').count();
    for (int i = 0; i < most && matcher.find(); i++) {
      long longest = replacement.length() + references * (matcher.end() - matcher.start());
      host.grown(made.length() + longest, longest);
      matcher.appendReplacement(made, replacement);
    }
    host.characters(made.length() + text.length());
    return matcher.appendTail(made).toString();
  }
}
