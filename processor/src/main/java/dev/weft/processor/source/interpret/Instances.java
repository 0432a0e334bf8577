package dev.weft.processor.source.interpret;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.source.resolve.Sources.MethodSource;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.RecordValue;
import dev.weft.processor.source.value.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** {@code new}, for lists and for records. */
final class Instances {
  private final Machine machine;

  Instances(Machine machine) {
    this.machine = machine;
  }

  Object create(NewClassTree tree, Activation at) {
    String name = tree.getIdentifier().toString();
    Optional<TypeElement> type = machine.valueTypes.named(tree.getIdentifier(), at.home());
    if (type.isEmpty()) {
      throw machine.mistakes.cannotFind(tree.getIdentifier(), at, "`" + name + "`");
    }
    if (tree.getClassBody() == null) {
      if (Library.owns(type.get())) {
        List<Object> arguments = machine.eval(tree.getArguments(), at);
        return machine.library.made(type.get(), arguments, tree, at);
      }
      if (type.get().getKind() == ElementKind.RECORD && DslTypes.of(type.get()).isEmpty()) {
        return record(type.get(), tree, at);
      }
    }
    String wayOut =
        DslTypes.of(type.get()).isPresent()
            ? "use the factories of Layers"
            : "use an ArrayList, an array, or a record of your own";
    throw machine.mistakes.notInterpretable(
        tree, at, "a declaration cannot contain `new " + name + "`", wayOut);
  }

  private Object record(TypeElement type, NewClassTree tree, Activation at) {
    if (machine.sources.of(type).isEmpty()) {
      throw machine.mistakes.absent(machine.sources.whyAbsent(type), tree, at);
    }
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    List<Object> arguments = machine.eval(tree.getArguments(), at);
    ExecutableElement constructor =
        machine.helpers.choose(
            ElementFilter.constructorsIn(type.getEnclosedElements()), arguments, tree, at);
    if (!isCanonical(constructor, components)) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration can call only the canonical constructor of a record",
          "pass every component, or write a static factory method");
    }
    List<Object> packed = machine.helpers.packed(constructor, arguments, tree, at);
    Scope scope = new Scope(null);
    for (int i = 0; i < components.size(); i++) {
      ValueType componentType = ValueTypes.of(components.get(i).asType());
      scope
          .declare(components.get(i).getSimpleName().toString(), componentType)
          .assign(machine.coerce(packed.get(i), componentType, tree, at));
    }
    runCompact(constructor, type, arguments, scope, tree, at);
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponentElement component : components) {
      String name = component.getSimpleName().toString();
      values.put(name, scope.find(name).value());
    }
    return new RecordValue(type, values);
  }

  private boolean isCanonical(
      ExecutableElement constructor, List<? extends RecordComponentElement> components) {
    if (constructor.getParameters().size() != components.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      if (!machine.types.isSameType(
          machine.types.erasure(constructor.getParameters().get(i).asType()),
          machine.types.erasure(components.get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  /** A compact constructor works on variables that are named like the components. */
  private void runCompact(
      ExecutableElement constructor,
      TypeElement type,
      List<Object> arguments,
      Scope scope,
      NewClassTree tree,
      Activation at) {
    Optional<MethodSource> source = machine.sources.of(constructor);
    if (source.isEmpty() || source.get().tree().getBody() == null) {
      return;
    }
    MethodTree method = source.get().tree();
    if (assignsFields(method)) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration cannot run a constructor that assigns the fields itself",
          "write it as a compact constructor");
    }
    CallStack calls =
        at.calls()
            .call(
                "new " + type.getSimpleName(),
                arguments,
                machine.places.of(at.home().unit(), tree));
    Activation inside = new Activation(source.get().home(), null, scope, calls);
    for (StatementTree statement : method.getBody().getStatements()) {
      if (!statement.toString().startsWith("super(")) {
        machine.run(statement, inside);
      }
    }
  }

  private static boolean assignsFields(MethodTree method) {
    Boolean found =
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitAssignment(AssignmentTree tree, Void unused) {
            return isOfThis(tree.getVariable());
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(method.getBody(), null);
    return Boolean.TRUE.equals(found);
  }

  private static boolean isOfThis(Tree variable) {
    return variable.toString().startsWith("this.");
  }
}
