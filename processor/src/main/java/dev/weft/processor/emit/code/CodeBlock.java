package dev.weft.processor.emit.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A piece of code, from a format and its arguments: {@code $L} is a literal or another block,
 * {@code $N} a name, {@code $S} a string in quotes, {@code $T} a type, which is imported. Numerals
 * and remarks, given for {@code $L}, can be told from the rest.
 *
 * <pre>{@code
 * CodeBlock.of("$N = new $T($S)", "name", ClassName.get("java.io", "File"), "a.txt")
 * }</pre>
 */
public final class CodeBlock {
  /** The block without anything in it. */
  static final CodeBlock EMPTY = new CodeBlock(List.of());

  /** What a line of a statement is set in behind the first. */
  private static final String CONTINUED = "\n    ";

  /** Stands for any number where pieces of code are compared. */
  private static final char NUMBER = '\0';

  /** Comes before a type where pieces of code are compared. */
  private static final char TYPE = '\1';

  /** Strings, types, numerals, remarks, and indents. */
  private final List<Object> parts;

  /** Levels to set in by, from here on. */
  private record Indent(int levels) {}

  private CodeBlock(List<Object> parts) {
    this.parts = parts;
  }

  /** The block of one format. */
  public static CodeBlock of(String format, Object... arguments) {
    return builder().add(format, arguments).build();
  }

  /** A block to be built. */
  public static Builder builder() {
    return new Builder();
  }

  /** Blocks with something between them. */
  public static CodeBlock join(Iterable<CodeBlock> blocks, String separator) {
    Builder all = builder();
    String before = "";
    for (CodeBlock block : blocks) {
      all.literal(before);
      all.add(block);
      before = separator;
    }
    return all.build();
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The text in it, without the types and the remarks. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof String || part instanceof Numeral) {
        text.append(part);
      }
    }
    return text.toString();
  }

  /** Adds the numerals in it to others, in order. */
  public void addNumerals(List<Numeral> numerals) {
    for (Object part : parts) {
      if (part instanceof Numeral numeral) {
        numerals.add(numeral);
      }
    }
  }

  /** Adds what is equal for blocks that differ in nothing but numerals and remarks. */
  public void addSkeleton(StringBuilder skeleton) {
    for (Object part : parts) {
      if (part instanceof String text) {
        skeleton.append(text);
      } else if (part instanceof Numeral) {
        skeleton.append(NUMBER);
      } else if (part instanceof TypeName) {
        skeleton.append(TYPE).append(part);
      }
    }
  }

  /**
   * The same with a name in place of each numeral.
   *
   * @param names the names in order, null where a numeral stays
   */
  public CodeBlock withNumerals(List<String> names) {
    Iterator<String> next = names.iterator();
    Builder replaced = builder();
    for (Object part : parts) {
      String name = part instanceof Numeral ? next.next() : null;
      replaced.part(name == null ? part : name);
    }
    return replaced.build();
  }

  /** How many types are in it. */
  public int typeCount() {
    int count = 0;
    for (Object part : parts) {
      count += part instanceof TypeName ? 1 : 0;
    }
    return count;
  }

  void print(Printer printer) {
    for (Object part : parts) {
      if (part instanceof String text) {
        printer.text(text);
      } else if (part instanceof TypeName type) {
        type.print(printer);
      } else if (part instanceof Indent indent) {
        printer.indent(indent.levels());
      } else if (part instanceof Remark remark) {
        remark.print(printer);
      } else {
        printer.text(part.toString());
      }
    }
  }

  /** A block under construction. */
  public static final class Builder {
    private final List<Object> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Builder() {}

    /** Adds a block. */
    public Builder add(CodeBlock block) {
      flush();
      parts.addAll(block.parts);
      return this;
    }

    /** Adds the block of one format. */
    public Builder add(String format, Object... arguments) {
      int argument = 0;
      int from = 0;
      for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
        text.append(format, from, at);
        argument(format.charAt(at + 1), arguments[argument++]);
        from = at + 2;
      }
      text.append(format, from, format.length());
      if (argument != arguments.length) {
        throw new IllegalArgumentException("unused arguments: " + format);
      }
      return this;
    }

    private void argument(char kind, Object argument) {
      switch (kind) {
        case 'L' -> literal(argument);
        case 'N' -> text.append((String) argument);
        case 'S' -> text.append(StringLiteral.of(argument.toString()));
        case 'T' -> part(argument instanceof Class<?> type ? ClassName.get(type) : argument);
        default -> throw new IllegalArgumentException("unknown placeholder $" + kind);
      }
    }

    private void literal(Object argument) {
      if (argument instanceof CodeBlock block) {
        add(block);
      } else if (argument instanceof Numeral || argument instanceof Remark) {
        part(argument);
      } else {
        text.append(argument);
      }
    }

    /** Adds a statement; its lines behind the first are set in. */
    public Builder addStatement(String format, Object... arguments) {
      for (Object part : of(format, arguments).parts) {
        part(part instanceof String string ? string.replace("\n", CONTINUED) : part);
      }
      text.append(";\n");
      return this;
    }

    /** Opens a brace behind, for example, an {@code if}. */
    public Builder beginControlFlow(String format, Object... arguments) {
      add(format, arguments);
      text.append(" {\n");
      part(new Indent(1));
      return this;
    }

    /** Closes it. */
    public Builder endControlFlow() {
      part(new Indent(-1));
      text.append("}\n");
      return this;
    }

    private void part(Object part) {
      if (part instanceof String string) {
        text.append(string);
      } else {
        flush();
        parts.add(part);
      }
    }

    private void flush() {
      if (!text.isEmpty()) {
        parts.add(text.toString());
        text.setLength(0);
      }
    }

    /** The block. */
    public CodeBlock build() {
      flush();
      return new CodeBlock(Arrays.asList(parts.toArray()));
    }
  }
}
