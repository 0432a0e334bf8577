package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The methods of {@code String}. */
final class StringMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .metered("valueOf", Object.class, Texts::of)
          .on("valueOf", JavaArray.class, JavaArrays::text)
          .on("valueOf", JavaArray.class, int.class, int.class, StringMethods::part)
          .on("copyValueOf", JavaArray.class, JavaArrays::text)
          .on("copyValueOf", JavaArray.class, int.class, int.class, StringMethods::part)
          .varargs("format", String.class, Object.class, Formats::format)
          .varargs("format", Locale.class, String.class, Object.class, Formats::format)
          .metered("join", CharSequence.class, Kinds.ITERABLE, StringMethods::join)
          .varargs("join", CharSequence.class, CharSequence.class, StringMethods::join);

  static final ValueTable<String> VALUE = searching(changing(reading()));

  private StringMethods() {}

  private static ValueTable<String> reading() {
    return new ValueTable<>(String.class)
        .constantTime("length", "charAt", "isEmpty", "codePointAt", "intern", "toString")
        .on("length", String::length)
        .on("isEmpty", String::isEmpty)
        .on("isBlank", String::isBlank)
        .on("charAt", int.class, String::charAt)
        .on("codePointAt", int.class, String::codePointAt)
        .on("codePointBefore", int.class, String::codePointBefore)
        .on("codePointCount", int.class, int.class, String::codePointCount)
        .on("offsetByCodePoints", int.class, int.class, String::offsetByCodePoints)
        .on("toString", text -> text)
        .on("intern", text -> text)
        .on("hashCode", String::hashCode)
        .on("compareTo", String.class, String::compareTo)
        .on("compareToIgnoreCase", String.class, String::compareToIgnoreCase)
        .on("equalsIgnoreCase", String.class, String::equalsIgnoreCase)
        .on("contentEquals", CharSequence.class, String::contentEquals)
        .metered("toCharArray", StringMethods::toCharArray)
        .metered("chars", StringMethods::chars)
        .metered("codePoints", StringMethods::codePoints)
        .metered("lines", StringMethods::lines);
  }

  private static ValueTable<String> changing(ValueTable<String> table) {
    return table
        .metered("substring", int.class, (host, s, from) -> made(host, s.substring(from)))
        .metered(
            "substring",
            int.class,
            int.class,
            (host, s, from, to) -> made(host, s.substring(from, to)))
        .metered(
            "subSequence",
            int.class,
            int.class,
            (host, s, from, to) -> made(host, s.substring(from, to)))
        .metered("strip", (host, s) -> made(host, s.strip()))
        .metered("stripLeading", (host, s) -> made(host, s.stripLeading()))
        .metered("stripTrailing", (host, s) -> made(host, s.stripTrailing()))
        .metered("stripIndent", (host, s) -> made(host, s.stripIndent()))
        .metered("trim", (host, s) -> made(host, s.trim()))
        .metered("translateEscapes", (host, s) -> made(host, s.translateEscapes()))
        .metered("indent", int.class, StringMethods::indent)
        .metered("toLowerCase", (host, s) -> made(host, s.toLowerCase(Locale.ROOT)))
        .metered("toUpperCase", (host, s) -> made(host, s.toUpperCase(Locale.ROOT)))
        .metered("toLowerCase", Locale.class, (host, s, to) -> made(host, s.toLowerCase(to)))
        .metered("toUpperCase", Locale.class, (host, s, to) -> made(host, s.toUpperCase(to)))
        .metered("concat", String.class, StringMethods::concat)
        .metered("repeat", int.class, StringMethods::repeat)
        .metered("replace", char.class, char.class, StringMethods::replace)
        .metered("replace", CharSequence.class, CharSequence.class, StringMethods::replace)
        .metered("replaceAll", String.class, String.class, Regex::replaceAll)
        .metered("replaceFirst", String.class, String.class, Regex::replaceFirst)
        .metered("split", String.class, Regex::split)
        .metered("split", String.class, int.class, Regex::split)
        .varargs("formatted", Object.class, Formats::format)
        .on("transform", Kinds.FUNCTION, (s, function) -> function.apply(s));
  }

  private static ValueTable<String> searching(ValueTable<String> table) {
    return table
        .on("contains", CharSequence.class, String::contains)
        .on("startsWith", String.class, String::startsWith)
        .on("startsWith", String.class, int.class, String::startsWith)
        .on("endsWith", String.class, String::endsWith)
        .on("indexOf", int.class, String::indexOf)
        .on("indexOf", int.class, int.class, String::indexOf)
        .on("indexOf", String.class, String::indexOf)
        .on("indexOf", String.class, int.class, String::indexOf)
        .on("indexOf", int.class, int.class, int.class, StringMethods::indexOf)
        .on("indexOf", String.class, int.class, int.class, StringMethods::indexOf)
        .on("lastIndexOf", int.class, String::lastIndexOf)
        .on("lastIndexOf", int.class, int.class, String::lastIndexOf)
        .on("lastIndexOf", String.class, String::lastIndexOf)
        .on("lastIndexOf", String.class, int.class, String::lastIndexOf)
        .on("regionMatches", int.class, String.class, int.class, int.class, String::regionMatches)
        .on(
            "regionMatches",
            boolean.class,
            int.class,
            String.class,
            int.class,
            int.class,
            String::regionMatches)
        .metered("matches", String.class, Regex::matches);
  }

  /** Charges for a string that is no longer than those it was made of. */
  private static String made(Host host, String text) {
    host.characters(text.length());
    return text;
  }

  private static String part(JavaArray characters, int offset, int count) {
    return String.valueOf(JavaArrays.text(characters).toCharArray(), offset, count);
  }

  private static String join(Host host, CharSequence separator, Iterable<?> parts) {
    StringBuilder all = new StringBuilder();
    String between = "";
    for (Object part : parts) {
      String text = between + Texts.of(host, part);
      host.grown((long) all.length() + text.length(), text.length());
      all.append(text);
      between = separator.toString();
    }
    return all.toString();
  }

  private static JavaArray toCharArray(Host host, String text) {
    host.cells(text.length());
    return JavaArrays.of(text.toCharArray());
  }

  private static IntStream chars(Host host, String text) {
    return Streams.metered(host, text.chars());
  }

  private static IntStream codePoints(Host host, String text) {
    return Streams.metered(host, text.codePoints());
  }

  private static Stream<Object> lines(Host host, String text) {
    return Streams.metered(host, text.lines().map(line -> line));
  }

  private static String indent(Host host, String text, int columns) {
    host.characters(text.length() + (text.lines().count() + 1) * Math.max(columns + 1L, 1));
    return text.indent(columns);
  }

  private static String concat(Host host, String text, String more) {
    host.characters((long) text.length() + more.length());
    return text.concat(more);
  }

  private static String repeat(Host host, String text, int count) {
    host.characters((long) text.length() * Math.max(count, 0));
    return text.repeat(count);
  }

  private static String replace(Host host, String text, char from, char to) {
    return made(host, text.replace(from, to));
  }

  private static String replace(Host host, String text, CharSequence from, CharSequence to) {
    long length = text.length() + (long) occurrences(text, from.toString()) * to.length();
    host.characters(length);
    return text.replace(from, to);
  }

  /** The character's index in a part of the text, as Java 21 finds it. */
  private static int indexOf(String text, int character, int from, int to) {
    checkRange(text, from, to);
    return text.substring(0, to).indexOf(character, from);
  }

  private static int indexOf(String text, String part, int from, int to) {
    checkRange(text, from, to);
    return text.substring(0, to).indexOf(part, from);
  }

  private static void checkRange(String text, int from, int to) {
    if (from < 0 || from > to || to > text.length()) {
      throw new StringIndexOutOfBoundsException(
          "Range [" + from + ", " + to + ") out of bounds for length " + text.length());
    }
  }

  private static int occurrences(String text, String part) {
    if (part.isEmpty()) {
      return text.length() + 1;
    }
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}
