package dev.weft.processor.source.interpret;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.RecordValue;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * {@code instanceof} and patterns. The kinds of trees that Java 21 added have no classes in the
 * Java that this is compiled for: they are known by the names of their kinds, and their parts by
 * the order in which a scanner visits them.
 */
final class Patterns {
  private final Machine machine;

  Patterns(Machine machine) {
    this.machine = machine;
  }

  /** {@code value instanceof Type}, also with a pattern, whose variables go into the scope. */
  boolean isInstance(InstanceOfTree tree, Activation into) {
    Object value = machine.eval(tree.getExpression(), into);
    if (value == null) {
      return false;
    }
    Tree pattern = tree.getPattern();
    return pattern == null
        ? isOf(value, tree.getType(), into)
        : matches(pattern, value, null, into);
  }

  /**
   * Whether a pattern matches; binds its variables if so.
   *
   * @param declared the type of what is matched if {@code var} may stand for it, or null
   */
  boolean matches(Tree pattern, Object value, ValueType declared, Activation into) {
    machine.budget.step(pattern, into);
    if (pattern instanceof BindingPatternTree binding) {
      return binds(binding.getVariable(), value, declared, into);
    }
    return switch (pattern.getKind().name()) {
      case "ANY_PATTERN" -> true;
      case "PARENTHESIZED_PATTERN" -> matches(parts(pattern).get(0), value, declared, into);
      case "DECONSTRUCTION_PATTERN" -> deconstructs(parts(pattern), value, into);
      default -> throw machine.mistakes.cannotContain(pattern, into);
    };
  }

  private boolean binds(VariableTree variable, Object value, ValueType declared, Activation into) {
    boolean isVar = InferredTypes.isInferred(variable);
    ValueType type =
        isVar
            ? declared == null ? ValueType.ANY : declared
            : machine.valueTypes.of(variable.getType(), into.home());
    if (!isVar && !isTotal(type, declared) && !isOf(value, variable.getType(), into)) {
      return false;
    }
    into.scope().declare(variable.getName().toString(), type).assign(value);
    return true;
  }

  /** Declares what a pattern binds, for the types of expressions that are not evaluated. */
  void declare(Tree pattern, ValueType declared, Activation into) {
    if (pattern instanceof BindingPatternTree binding) {
      VariableTree variable = binding.getVariable();
      ValueType type =
          InferredTypes.isInferred(variable)
              ? declared
              : machine.valueTypes.of(variable.getType(), into.home());
      into.scope().declare(variable.getName().toString(), type);
    } else if (pattern.getKind().name().equals("DECONSTRUCTION_PATTERN")) {
      List<Tree> parts = parts(pattern);
      Optional<TypeElement> record = machine.valueTypes.named(parts.get(0), into.home());
      int index = 0;
      for (RecordComponentElement component :
          record.map(TypeElement::getRecordComponents).orElse(List.of())) {
        ValueType type = componentType(parts.get(0), record.get(), component, into);
        declare(parts.get(++index), type, into);
      }
    }
  }

  /** Whether the pattern takes every value of the declared type, null among them. */
  private boolean isTotal(ValueType type, ValueType declared) {
    Optional<TypeMirror> from = machine.valueTypes.mirror(declared);
    Optional<TypeMirror> to = machine.valueTypes.mirror(type);
    return from.isPresent() && to.isPresent() && machine.subtyping.isSubtype(from.get(), to.get());
  }

  /** The first part names the record, the others are the patterns of its components. */
  private boolean deconstructs(List<Tree> parts, Object value, Activation into) {
    if (!isOf(value, parts.get(0), into) || !(value instanceof RecordValue record)) {
      return false;
    }
    Map<String, Object> components = record.components();
    int index = 0;
    for (RecordComponentElement component : record.type().getRecordComponents()) {
      Object part = components.get(component.getSimpleName().toString());
      ValueType type = componentType(parts.get(0), record.type(), component, into);
      if (!matches(parts.get(++index), part, type, into)) {
        return false;
      }
    }
    return true;
  }

  private ValueType componentType(
      Tree record, TypeElement type, RecordComponentElement component, Activation into) {
    ValueType written = machine.valueTypes.of(record, into.home());
    if (type.getTypeParameters().isEmpty() || !(written.mirror() instanceof DeclaredType)) {
      return type.getTypeParameters().isEmpty() ? ValueTypes.of(component.asType()) : ValueType.ANY;
    }
    DeclaredType plain = machine.valueTypes.withoutWildcards((DeclaredType) written.mirror());
    return ValueTypes.of(machine.types.asMemberOf(plain, component));
  }

  private boolean isOf(Object value, Tree written, Activation at) {
    ValueType type = machine.valueTypes.of(written, at.home());
    if (type.prim() != null) {
      return Prim.of(value) == type.prim();
    }
    Optional<TypeMirror> mirror = machine.valueTypes.mirror(type);
    if (mirror.isEmpty()) {
      throw machine.unknown.type(written, at);
    }
    return value != null && machine.helpers.fits(value, mirror.get());
  }

  /** The parts of a tree in the order of the text. */
  static List<Tree> parts(Tree tree) {
    List<Tree> parts = new ArrayList<>();
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void scan(Tree part, Void unused) {
            if (part != null) {
              parts.add(part);
            }
            return null;
          }
        },
        null);
    return parts;
  }
}
