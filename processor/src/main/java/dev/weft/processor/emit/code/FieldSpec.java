package dev.weft.processor.emit.code;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A field.
 *
 * @param type its type
 * @param name its name
 * @param modifiers its modifiers
 * @param javadoc its comment, which may be empty
 * @param initializer its first value, which may be empty
 */
public record FieldSpec(
    TypeName type, String name, Set<Modifier> modifiers, CodeBlock javadoc, CodeBlock initializer) {

  /** A field to be built. */
  public static Builder builder(TypeName type, String name, Modifier... modifiers) {
    return new Builder(type, name).addModifiers(modifiers);
  }

  /** A field to be built. */
  public static Builder builder(Class<?> type, String name, Modifier... modifiers) {
    return builder(ClassName.get(type), name, modifiers);
  }

  boolean isStatic() {
    return modifiers.contains(Modifier.STATIC);
  }

  /** Whether it stands in a list without blank lines. */
  boolean isPlain() {
    return javadoc.isEmpty() && initializer.isEmpty() && modifiers.contains(Modifier.PRIVATE);
  }

  void print(Printer printer) {
    printer.javadoc(javadoc);
    printer.modifiers(modifiers);
    type.print(printer);
    printer.text(" " + name);
    if (!initializer.isEmpty()) {
      printer.text(" = ");
      initializer.print(printer);
    }
    printer.text(";\n");
  }

  /** A field under construction. */
  public static final class Builder {
    private final TypeName type;
    private final String name;
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private CodeBlock javadoc = CodeBlock.EMPTY;
    private CodeBlock initializer = CodeBlock.EMPTY;

    private Builder(TypeName type, String name) {
      this.type = type;
      this.name = name;
    }

    /** Adds modifiers. */
    public Builder addModifiers(Modifier... more) {
      modifiers.addAll(List.of(more));
      return this;
    }

    /** Sets its comment. */
    public Builder javadoc(String format, Object... arguments) {
      javadoc = CodeBlock.of(format, arguments);
      return this;
    }

    /** Sets its first value. */
    public Builder initializer(CodeBlock value) {
      initializer = value;
      return this;
    }

    /** The field. */
    public FieldSpec build() {
      return new FieldSpec(type, name, modifiers, javadoc, initializer);
    }
  }
}
