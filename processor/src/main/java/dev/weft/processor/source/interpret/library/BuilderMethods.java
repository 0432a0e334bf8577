package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import java.util.StringJoiner;

/** {@code StringBuilder}, {@code CharSequence} and {@code StringJoiner}. */
final class BuilderMethods {
  static final ValueTable<StringBuilder> BUILDER =
      new ValueTable<>(StringBuilder.class)
          .constantTime("append", "length", "charAt", "setCharAt", "isEmpty", "setLength")
          .metered("append", Object.class, (host, b, x) -> append(host, b, Texts.of(host, x)))
          .metered("append", JavaArray.class, (h, b, x) -> append(h, b, JavaArrays.text(x)))
          .metered("append", CharSequence.class, int.class, int.class, BuilderMethods::appendPart)
          .metered("appendCodePoint", int.class, BuilderMethods::appendCodePoint)
          .metered("insert", int.class, Object.class, BuilderMethods::insert)
          .metered("insert", int.class, JavaArray.class, BuilderMethods::insertCharacters)
          .metered("replace", int.class, int.class, String.class, BuilderMethods::replace)
          .metered("repeat", CharSequence.class, int.class, BuilderMethods::repeat)
          .act("setCharAt", int.class, char.class, StringBuilder::setCharAt)
          .metered("setLength", int.class, BuilderMethods::setLength)
          .on("delete", int.class, int.class, StringBuilder::delete)
          .on("deleteCharAt", int.class, StringBuilder::deleteCharAt)
          .on("reverse", StringBuilder::reverse)
          .on("indexOf", String.class, StringBuilder::indexOf)
          .on("indexOf", String.class, int.class, StringBuilder::indexOf)
          .on("lastIndexOf", String.class, StringBuilder::lastIndexOf)
          .on("lastIndexOf", String.class, int.class, StringBuilder::lastIndexOf)
          .metered("substring", int.class, (h, b, from) -> part(h, b, from, b.length()))
          .metered("substring", int.class, int.class, BuilderMethods::part)
          .on("compareTo", StringBuilder.class, StringBuilder::compareTo);

  static final ValueTable<CharSequence> CHARACTERS =
      new ValueTable<>(CharSequence.class)
          .constantTime("length", "charAt", "isEmpty")
          .on("length", CharSequence::length)
          .on("charAt", int.class, CharSequence::charAt)
          .on("isEmpty", text -> text.length() == 0)
          .metered("subSequence", int.class, int.class, BuilderMethods::part)
          .metered("chars", (host, text) -> Streams.metered(host, text.toString().chars()));

  static final ValueTable<StringJoiner> JOINER =
      new ValueTable<>(StringJoiner.class)
          .on("length", StringJoiner::length)
          .metered("add", CharSequence.class, BuilderMethods::add)
          .on("setEmptyValue", CharSequence.class, StringJoiner::setEmptyValue);

  private BuilderMethods() {}

  private static StringBuilder append(Host host, StringBuilder builder, String text) {
    host.grown((long) builder.length() + text.length(), text.length());
    return builder.append(text);
  }

  private static StringBuilder appendPart(
      Host host, StringBuilder builder, CharSequence text, int from, int to) {
    return append(host, builder, String.valueOf(text).subSequence(from, to).toString());
  }

  private static StringBuilder appendCodePoint(Host host, StringBuilder builder, int code) {
    return append(host, builder, Character.toString(code));
  }

  private static StringBuilder insert(Host host, StringBuilder builder, int at, Object value) {
    String text = Texts.of(host, value);
    host.grown((long) builder.length() + text.length(), text.length());
    return builder.insert(at, text);
  }

  private static StringBuilder insertCharacters(
      Host host, StringBuilder builder, int at, JavaArray characters) {
    return insert(host, builder, at, JavaArrays.text(characters));
  }

  private static StringBuilder replace(
      Host host, StringBuilder builder, int from, int to, String text) {
    host.grown((long) builder.length() + text.length(), text.length());
    return builder.replace(from, to, text);
  }

  private static StringBuilder repeat(
      Host host, StringBuilder builder, CharSequence text, int count) {
    host.grown(
        builder.length() + (long) text.length() * Math.max(count, 0),
        (long) text.length() * Math.max(count, 0));
    return builder.append(text.toString().repeat(count));
  }

  private static Object setLength(Host host, StringBuilder builder, int length) {
    host.grown(length, Math.max(length - builder.length(), 0));
    builder.setLength(length);
    return null;
  }

  private static String part(Host host, CharSequence text, int from, int to) {
    String part = text.toString().substring(from, to);
    host.characters(part.length());
    return part;
  }

  private static StringJoiner add(Host host, StringJoiner joiner, CharSequence text) {
    String added = String.valueOf(text);
    host.grown((long) joiner.length() + added.length(), added.length());
    return joiner.add(added);
  }
}
