package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Prim;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code String.format}. Without a locale, Java takes that of the machine, so what depends on it
 * (decimal points, grouping, dates) is refused then.
 */
final class Formats {
  private static final Pattern SPECIFIER =
      Pattern.compile("%(\\d+\\$|<)?([-#+ 0,(<]*)(\\d+)?(\\.\\d+)?([tT]?[a-zA-Z%])");
  private static final String OF_LOCALES = "eEfgG";
  private static final int LONGEST_NUMBER = 400;

  /** A format is parsed each time that it is used. */
  private static final int STEPS = 100;

  private static final long MOST_AT_ONCE = 1 << 22;

  private Formats() {}

  static String format(Host host, String format, List<Object> arguments) {
    Matcher each = SPECIFIER.matcher(format);
    while (each.find()) {
      if (each.group(2).contains(",") || OF_LOCALES.contains(each.group(5))) {
        throw new Refusal(
            "the text of `" + each.group() + "` depends on the language of the machine",
            "write String.format(Locale.ROOT, ...)");
      }
    }
    return format(host, Locale.ROOT, format, arguments);
  }

  static String format(Host host, Locale locale, String format, List<Object> arguments) {
    host.steps(STEPS);
    Object[] values = arguments.stream().map(each -> value(host, each)).toArray();
    long bound = bound(format, values);
    if (bound > MOST_AT_ONCE) {
      host.characters(bound);
    }
    String text = String.format(locale, format, values);
    host.characters(text.length());
    return text;
  }

  /** A bound on the length of the text: numbers with a huge width must not be made. */
  private static long bound(String format, Object... values) {
    long longest = 0;
    for (Object value : values) {
      longest = Math.max(longest, value instanceof String text ? text.length() : LONGEST_NUMBER);
    }
    long sum = format.length();
    Matcher each = SPECIFIER.matcher(format);
    while (each.find()) {
      refuseUnknown(each.group(), each.group(5));
      String precision = each.group(4);
      sum += longest + number(each.group(3));
      sum += precision == null ? 0 : number(precision.substring(1));
    }
    return sum;
  }

  private static long number(String digits) {
    return digits == null ? 0 : digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
  }

  private static void refuseUnknown(String specifier, String conversion) {
    if (conversion.length() > 1 || conversion.equalsIgnoreCase("h") || conversion.equals("n")) {
      throw new Refusal(
          "the text of `" + specifier + "` is not the same in each run of Java",
          conversion.equals("n") ? "write \\n" : "leave it out, or use %s or %d");
    }
  }

  /** What the JDK's formatter shows as Java shows the interpreted value. */
  private static Object value(Host host, Object value) {
    return value == null || Prim.of(value) != null || value instanceof String
        ? value
        : Texts.of(host, value);
  }
}
