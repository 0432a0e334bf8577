package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.interpret.library.JdkLibrary;
import dev.weft.processor.source.resolve.Sources.FieldSource;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.ClassLiteral;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.RecordValue;
import dev.weft.processor.source.value.ValueType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Constants, enum constants, the length of arrays and the components of records. */
final class Fields {
  private final Machine machine;
  private final ArrayExpressions arrays;
  private final Map<VariableElement, Object> values = new HashMap<>();
  private final Set<VariableElement> inProgress = new HashSet<>();

  Fields(Machine machine) {
    this.machine = machine;
    this.arrays = new ArrayExpressions(machine);
  }

  /** The value of a simple name that is no local variable. */
  Object named(String name, Tree tree, Activation at) {
    if (at.self() instanceof RecordValue self && self.components().containsKey(name)) {
      return self.components().get(name);
    }
    Optional<VariableElement> field = machine.names.field(name, at.home());
    if (field.isEmpty()) {
      throw machine.mistakes.cannotFind(tree, at, "`" + name + "`");
    }
    return value(field.get(), tree, at);
  }

  /** The value of {@code a.b}. */
  Object selected(MemberSelectTree tree, Activation at) {
    String name = tree.getIdentifier().toString();
    Optional<TypeElement> type = machine.denotations.type(tree.getExpression(), at);
    if (type.isPresent() && name.equals("class")) {
      return literal(type.get());
    }
    if (type.isPresent()) {
      Optional<VariableElement> field = machine.members.field(type.get(), name);
      if (field.isEmpty()) {
        throw machine.mistakes.cannotFind(
            tree, at, "`" + name + "` in " + type.get().getSimpleName());
      }
      return value(field.get(), tree, at);
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
    if (owner instanceof RecordValue self && self.components().containsKey(name)) {
      return self.components().get(name);
    }
    if (owner instanceof EnumValue constant
        && machine.members.field(constant.type(), name).isPresent()) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration cannot read the fields of enum constants, here `" + tree + "`",
          "write a static method with a switch over the constants");
    }
    throw machine.mistakes.cannotFind(tree, at, "`" + name + "`");
  }

  private static ClassLiteral literal(TypeElement type) {
    List<Object> constants =
        DslTypes.of(type)
            .filter(Class::isEnum)
            .map(dsl -> Arrays.<Object>asList(dsl.getEnumConstants()))
            .orElseGet(() -> List.copyOf(enumConstants(type)));
    return new ClassLiteral(type, constants);
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
        .filter(each -> ofLibrary(each) == JdkLibrary.UNKNOWN)
        .filter(each -> machine.sources.of(each).isEmpty())
        .isPresent();
  }

  private Object value(VariableElement field, Tree tree, Activation at) {
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    Optional<Object> ofDsl = DslTypes.constant(owner, field.getSimpleName().toString());
    if (ofDsl.isPresent()) {
      return ofDsl.get();
    }
    if (field.getKind() == ElementKind.ENUM_CONSTANT) {
      return enumConstant(owner, field);
    }
    if (values.containsKey(field)) {
      return values.get(field);
    }
    Optional<FieldSource> source = machine.sources.of(field);
    Object value =
        source.isPresent() ? evaluate(field, source.get(), tree, at) : compiled(field, tree, at);
    values.put(field, value);
    return value;
  }

  private Object enumConstant(TypeElement owner, VariableElement constant) {
    return enumConstants(owner).stream()
        .filter(each -> constant.getSimpleName().contentEquals(each.name()))
        .findFirst()
        .orElseThrow();
  }

  /** All constants of an enum, in order. */
  static List<EnumValue> enumConstants(TypeElement type) {
    List<VariableElement> constants =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
            .toList();
    return constants.stream()
        .map(each -> new EnumValue(type, each.getSimpleName().toString(), constants.indexOf(each)))
        .toList();
  }

  private static Object ofLibrary(VariableElement field) {
    return JdkLibrary.constant(
        field.getEnclosingElement().toString(), field.getSimpleName().toString());
  }

  private Object compiled(VariableElement field, Tree tree, Activation at) {
    Object value = field.getConstantValue();
    if (value == null) {
      value = ofLibrary(field);
    }
    if (value == JdkLibrary.UNKNOWN) {
      throw machine.mistakes.absent(machine.sources.whyAbsent(field), tree, at);
    }
    return value;
  }

  private Object evaluate(VariableElement field, FieldSource source, Tree tree, Activation at) {
    VariableTree declaration = source.tree();
    String name = field.getSimpleName().toString();
    if (!field.getModifiers().contains(Modifier.STATIC)
        || !field.getModifiers().contains(Modifier.FINAL)) {
      throw machine.mistakes.notInterpretable(
          tree, at, "`" + name + "` is not static and final", "declare it static final");
    }
    if (declaration.getInitializer() == null) {
      throw machine.mistakes.notInterpretable(
          tree, at, "`" + name + "` has no initialiser", "give it its value where it is declared");
    }
    if (!inProgress.add(field)) {
      throw machine.mistakes.exception(tree, at, "the value of `" + name + "` depends on itself");
    }
    try {
      CallStack calls = at.calls().constant(name, machine.places.of(at.home().unit(), tree));
      Activation inside = new Activation(source.home(), null, new Scope(null), calls);
      return initialValue(declaration, ValueTypes.of(field.asType()), inside);
    } finally {
      inProgress.remove(field);
    }
  }

  /** The value of a variable's initialiser, which may be a bare {@code {1, 2}} for an array. */
  Object initialValue(VariableTree declaration, ValueType type, Activation at) {
    ExpressionTree initializer = declaration.getInitializer();
    Object value =
        initializer instanceof NewArrayTree array && array.getType() == null
            ? arrays.initialised(type.component(), array, at)
            : machine.eval(initializer, at);
    return machine.coerce(value, type, initializer, at);
  }
}
