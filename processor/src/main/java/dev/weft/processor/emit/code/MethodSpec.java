package dev.weft.processor.emit.code;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A method or a constructor. */
public final class MethodSpec {
  private record Parameter(TypeName type, String name) {}

  private final String name;
  private final TypeName returned;
  private final Set<Modifier> modifiers;
  private final List<CodeBlock> annotations;
  private final List<Parameter> parameters;
  private final CodeBlock javadoc;
  private final CodeBlock code;

  private MethodSpec(Builder builder) {
    this.name = builder.name;
    this.returned = builder.returned;
    this.modifiers = builder.modifiers;
    this.annotations = List.copyOf(builder.annotations);
    this.parameters = List.copyOf(builder.parameters);
    this.javadoc = builder.javadoc.build();
    this.code = builder.code.build();
  }

  /** A method to be built. */
  public static Builder methodBuilder(String name) {
    return new Builder(name, new ClassName("", "void"));
  }

  /** A constructor to be built. */
  public static Builder constructorBuilder() {
    return new Builder(null, null);
  }

  boolean isConstructor() {
    return name == null;
  }

  void print(String className, Printer printer) {
    printer.javadoc(javadoc);
    for (CodeBlock annotation : annotations) {
      annotation.print(printer);
      printer.text("\n");
    }
    printer.modifiers(modifiers);
    if (!isConstructor()) {
      returned.print(printer);
      printer.text(" ");
    }
    printer.text((isConstructor() ? className : name) + "(");
    String before = "";
    for (Parameter parameter : parameters) {
      printer.text(before);
      parameter.type().print(printer);
      printer.text(" " + parameter.name());
      before = ", ";
    }
    printer.text(")");
    printer.block(code);
  }

  /** A method under construction. */
  public static final class Builder {
    private final String name;
    private TypeName returned;
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private final List<CodeBlock> annotations = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final CodeBlock.Builder code = CodeBlock.builder();

    private Builder(String name, TypeName returned) {
      this.name = name;
      this.returned = returned;
    }

    /** Adds modifiers. */
    public Builder addModifiers(Modifier... more) {
      modifiers.addAll(List.of(more));
      return this;
    }

    /** Adds an annotation without values. */
    public Builder addAnnotation(Class<?> annotation) {
      annotations.add(CodeBlock.of("@$T", annotation));
      return this;
    }

    /** Adds to its comment. */
    public Builder addJavadoc(String format, Object... arguments) {
      javadoc.add(format, arguments);
      return this;
    }

    /** Adds to its comment. */
    public Builder addJavadoc(CodeBlock doc) {
      javadoc.add(doc);
      return this;
    }

    /** Adds a parameter. */
    public Builder addParameter(TypeName type, String parameter) {
      parameters.add(new Parameter(type, parameter));
      return this;
    }

    /** Adds a parameter. */
    public Builder addParameter(Class<?> type, String parameter) {
      return addParameter(ClassName.get(type), parameter);
    }

    /** Sets the type that it returns. */
    public Builder returns(TypeName type) {
      returned = type;
      return this;
    }

    /** Sets the type that it returns. */
    public Builder returns(Class<?> type) {
      return returns(ClassName.get(type));
    }

    /** Adds a statement to its body. */
    public Builder addStatement(String format, Object... arguments) {
      code.addStatement(format, arguments);
      return this;
    }

    /** Adds to its body. */
    public Builder addCode(String format, Object... arguments) {
      code.add(format, arguments);
      return this;
    }

    /** Adds to its body. */
    public Builder addCode(CodeBlock block) {
      code.add(block);
      return this;
    }

    /** The method. */
    public MethodSpec build() {
      return new MethodSpec(this);
    }
  }
}
