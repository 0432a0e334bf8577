package dev.weft.processor.emit.code;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A class: static fields, fields, constructors, methods and nested classes, in this order. */
public final class TypeSpec {
  private final String name;
  private final Set<Modifier> modifiers;
  private final CodeBlock javadoc;
  private final List<CodeBlock> annotations;
  private final CodeBlock supertypes;
  private final List<FieldSpec> fields;
  private final List<MethodSpec> methods;
  private final List<TypeSpec> types;

  private TypeSpec(Builder builder) {
    this.name = builder.name;
    this.modifiers = builder.modifiers;
    this.javadoc = builder.javadoc.build();
    this.annotations = List.copyOf(builder.annotations);
    this.supertypes = builder.supertypes.build();
    this.fields = List.copyOf(builder.fields);
    this.methods = List.copyOf(builder.methods);
    this.types = List.copyOf(builder.types);
  }

  /** A class to be built. */
  public static Builder classBuilder(String name) {
    return new Builder(name);
  }

  /** A class to be built. */
  public static Builder classBuilder(ClassName name) {
    return new Builder(name.simpleName());
  }

  /** A whole source file with this class. */
  public String inFile(String packageName) {
    Imports imports = new Imports(packageName);
    Printer body = new Printer(imports);
    printBelowJavadoc(body);
    // Last, for what the class imports may stand in the way of a brief name in its comment.
    Printer comment = new Printer(imports);
    comment.javadoc(javadoc);
    String declaration = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    return declaration + imports.declarations() + comment + body;
  }

  private void print(Printer printer) {
    printer.javadoc(javadoc);
    printBelowJavadoc(printer);
  }

  private void printBelowJavadoc(Printer printer) {
    for (CodeBlock annotation : annotations) {
      annotation.print(printer);
      printer.text("\n");
    }
    printer.modifiers(modifiers);
    printer.text("class " + name);
    supertypes.print(printer);
    printer.text(" {\n");
    printer.indent(1);
    printMembers(printer);
    printer.indent(-1);
    printer.text("}\n");
  }

  private void printMembers(Printer printer) {
    boolean isFirst = printFields(printer);
    for (boolean constructors : new boolean[] {true, false}) {
      for (MethodSpec method : methods) {
        if (method.isConstructor() == constructors) {
          isFirst = separate(isFirst, printer);
          method.print(name, printer);
        }
      }
    }
    for (TypeSpec type : types) {
      isFirst = separate(isFirst, printer);
      type.print(printer);
    }
  }

  private boolean printFields(Printer printer) {
    FieldSpec above = null;
    for (boolean statics : new boolean[] {true, false}) {
      for (FieldSpec field : fields) {
        if (field.isStatic() == statics) {
          if (above != null && !(above.isPlain() && field.isPlain())) {
            printer.blankLine();
          }
          field.print(printer);
          above = field;
        }
      }
    }
    return above == null;
  }

  private static boolean separate(boolean isFirst, Printer printer) {
    if (!isFirst) {
      printer.blankLine();
    }
    return false;
  }

  /** A class under construction. */
  public static final class Builder {
    private final String name;
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final List<CodeBlock> annotations = new ArrayList<>();
    private final CodeBlock.Builder supertypes = CodeBlock.builder();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<TypeSpec> types = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Adds modifiers. */
    public Builder addModifiers(Modifier... more) {
      modifiers.addAll(List.of(more));
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

    /** Adds an annotation, as it stands in source. */
    public Builder addAnnotation(CodeBlock annotation) {
      annotations.add(annotation);
      return this;
    }

    /** Sets the class that it extends. */
    public Builder superclass(TypeName type) {
      supertypes.add(" extends $T", type);
      return this;
    }

    /** Sets the interface that it implements; after its superclass. */
    public Builder addSuperinterface(TypeName type) {
      supertypes.add(" implements $T", type);
      return this;
    }

    /** Adds a field. */
    public Builder addField(FieldSpec field) {
      fields.add(field);
      return this;
    }

    /** Adds a field. */
    public Builder addField(TypeName type, String field, Modifier... fieldModifiers) {
      return addField(FieldSpec.builder(type, field, fieldModifiers).build());
    }

    /** Adds a method or a constructor. */
    public Builder addMethod(MethodSpec method) {
      methods.add(method);
      return this;
    }

    /** Adds methods. */
    public Builder addMethods(List<MethodSpec> more) {
      methods.addAll(more);
      return this;
    }

    /** Adds a nested class. */
    public Builder addType(TypeSpec type) {
      types.add(type);
      return this;
    }

    /** The class. */
    public TypeSpec build() {
      return new TypeSpec(this);
    }
  }
}
