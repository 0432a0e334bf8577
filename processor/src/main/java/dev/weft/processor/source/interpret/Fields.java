package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.interpret.library.JdkLibrary;
import dev.weft.processor.source.value.ClassLiteral;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Constants, enum constants, the length of arrays and the components of records. */
final class Fields {
  private final Machine machine;
  private final ArrayExpressions arrays;

  Fields(Machine machine) {
    this.machine = machine;
    this.arrays = new ArrayExpressions(machine);
  }

  /** The value of a simple name that is no local variable. */
  Object named(String name, Tree tree, Activation at) {
    Optional<VariableElement> field = machine.names.field(name, at.home());
    if (field.isEmpty()) {
      boolean mayAppear = machine.names.mayGainMembers(at.home());
      throw machine.mistakes.cannotFind(tree, at, "`" + name + "`", mayAppear);
    }
    return isStatic(field.get())
        ? machine.statics.read(field.get(), tree, at)
        : owner(field.get(), tree, at).get(field.get());
  }

  /** The object to which a field without a qualifier belongs. */
  Instance owner(VariableElement field, Tree tree, Activation at) {
    TypeElement type = (TypeElement) field.getEnclosingElement();
    if (machine.selves.of(type, at) instanceof Instance owner) {
      return owner;
    }
    throw machine.mistakes.notInterpretable(
        tree,
        at,
        "`" + field.getSimpleName() + "` is not static and final",
        "declare it static final");
  }

  static boolean isStatic(VariableElement field) {
    return field.getModifiers().contains(Modifier.STATIC)
        || field.getKind() == ElementKind.ENUM_CONSTANT;
  }

  /** The value of {@code a.b}. */
  Object selected(MemberSelectTree tree, Activation at) {
    String name = tree.getIdentifier().toString();
    Optional<TypeElement> type = machine.denotations.type(tree.getExpression(), at);
    if (type.isPresent() && name.equals("class")) {
      return literal(type.get(), tree, at);
    }
    if (type.isPresent()) {
      return ofType(type.get(), name, tree, at);
    }
    if (machine.denotations.isUnknownType(tree.getExpression(), at)) {
      throw machine.mistakes.cannotFind(tree.getExpression(), at, "`" + tree.getExpression() + "`");
    }
    Object owner = machine.eval(tree.getExpression(), at);
    if (owner == null) {
      throw machine.mistakes.exception(tree, at, "`" + name + "` is read from null");
    }
    if (owner instanceof JavaArray array && name.equals("length")) {
      return array.length();
    }
    Optional<VariableElement> field = fieldOf(owner, name, tree, at);
    if (field.isEmpty()) {
      throw machine.mistakes.cannotFind(tree, at, "`" + name + "`");
    }
    return isStatic(field.get())
        ? machine.statics.read(field.get(), tree, at)
        : ((Instance) owner).get(field.get());
  }

  private Object ofType(TypeElement type, String name, MemberSelectTree tree, Activation at) {
    if (name.equals("this") && machine.selves.of(type, at) != null) {
      return machine.selves.of(type, at);
    }
    Optional<VariableElement> field = machine.members.field(type, name);
    if (field.isEmpty()) {
      throw machine.mistakes.cannotFind(
          tree,
          at,
          "`" + name + "` in " + type.getSimpleName(),
          machine.members.hasUnknownSupertype(type));
    }
    return machine.statics.read(field.get(), tree, at);
  }

  /** The field of an object: where it hides an inherited one, that of the declared type. */
  Optional<VariableElement> fieldOf(
      Object owner, String name, MemberSelectTree tree, Activation at) {
    TypeElement type =
        owner instanceof Instance || owner instanceof TypeElement ? Selves.type(owner) : null;
    if (type == null) {
      return Optional.empty();
    }
    TypeElement declared = machine.staticTypes.element(tree.getExpression(), at).orElse(type);
    Optional<VariableElement> field = machine.members.field(declared, name);
    if (field.isPresent() && !isStatic(field.get()) && !((Instance) owner).has(field.get())) {
      throw machine.mistakes.absent(machine.sources.whyAbsent(field.get()), tree, at);
    }
    return field;
  }

  private ClassLiteral literal(TypeElement type, Tree tree, Activation at) {
    List<Object> constants =
        DslTypes.of(type)
            .filter(Class::isEnum)
            .map(dsl -> Arrays.<Object>asList(dsl.getEnumConstants()))
            .orElseGet(() -> constants(type, tree, at));
    return new ClassLiteral(type, constants);
  }

  private List<Object> constants(TypeElement type, Tree tree, Activation at) {
    return type.getKind() == ElementKind.ENUM
        ? List.copyOf(machine.statics.enumConstants(type, tree, at))
        : List.of();
  }

  /** Whether an expression is a field that only running code could read, as {@code System.out}. */
  boolean isOutside(ExpressionTree tree, Activation at) {
    Optional<VariableElement> field = Optional.empty();
    if (tree instanceof MemberSelectTree select) {
      field =
          machine
              .denotations
              .type(select.getExpression(), at)
              .flatMap(type -> machine.members.field(type, select.getIdentifier().toString()));
    } else if (tree instanceof IdentifierTree name
        && at.scope().find(name.getName().toString()) == null) {
      field = machine.names.field(name.getName().toString(), at.home());
    }
    return field
        .filter(each -> each.getKind() == ElementKind.FIELD)
        .filter(each -> each.getConstantValue() == null)
        .filter(each -> DslTypes.of((TypeElement) each.getEnclosingElement()).isEmpty())
        .filter(each -> StaticFields.ofLibrary(each) == JdkLibrary.UNKNOWN)
        .filter(each -> machine.sources.of(each).isEmpty())
        .isPresent();
  }

  /** The value of a variable's initialiser, which may be a bare {@code {1, 2}} for an array. */
  Object initialValue(VariableTree declaration, ValueType type, Activation at) {
    ExpressionTree initializer = declaration.getInitializer();
    Object value =
        initializer instanceof NewArrayTree array && array.getType() == null
            ? arrays.initialised(type.component(), array, at)
            : InferredTypes.isInferred(declaration)
                ? machine.eval(initializer, at)
                : machine.evalForTarget(initializer, at);
    return machine.coerce(value, type, initializer, at);
  }
}
