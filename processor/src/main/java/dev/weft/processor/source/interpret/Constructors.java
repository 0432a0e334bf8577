package dev.weft.processor.source.interpret;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.resolve.Sources.MethodSource;
import dev.weft.processor.source.resolve.Sources.TypeSource;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.tree.AnyMatch;
import dev.weft.processor.source.value.Instance;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Runs the constructors and the field initialisers of classes, records and enums. */
final class Constructors {
  private final Machine machine;

  Constructors(Machine machine) {
    this.machine = machine;
  }

  /** Gives a fresh object its values. */
  void construct(Instance instance, List<Object> arguments, Tree tree, Activation at) {
    for (TypeElement type = instance.type(); type != null; type = superclass(type)) {
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        if (!Fields.isStatic(field)) {
          instance.set(field, ValueTypes.of(field.asType()).zero());
        }
      }
    }
    run(instance.type(), instance, arguments, tree, at);
  }

  /** The superclass whose constructor must run; null for Java's own. */
  private TypeElement superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement superclass
            && !Library.owns(superclass)
        ? superclass
        : null;
  }

  private void run(
      TypeElement type, Instance instance, List<Object> arguments, Tree tree, Activation at) {
    ExecutableElement constructor =
        machine.helpers.choose(
            ElementFilter.constructorsIn(type.getEnclosedElements()), arguments, tree, at);
    Optional<MethodSource> source = machine.sources.of(constructor);
    String name = "new " + type.getSimpleName();
    Activation inside = machine.helpers.enter(constructor, name, instance, arguments, tree, at);
    machine.budget.call(
        tree,
        at,
        name,
        () -> {
          List<? extends StatementTree> body =
              source.map(MethodSource::tree).map(MethodTree::getBody).isEmpty()
                  ? List.of()
                  : source.get().tree().getBody().getStatements();
          runBody(type, instance, body, tree, inside);
          if (type.getKind() == ElementKind.RECORD && isCanonical(constructor, type)) {
            assignComponents(type, instance, source, inside);
          }
          return null;
        });
  }

  private void runBody(
      TypeElement type,
      Instance instance,
      List<? extends StatementTree> body,
      Tree tree,
      Activation inside) {
    if (body.stream().noneMatch(statement -> constructorCall(statement) != null)) {
      runSuperclass(type, instance, List.of(), tree, inside);
    }
    for (StatementTree statement : body) {
      MethodInvocationTree call = constructorCall(statement);
      if (call == null) {
        if (!machine.run(statement, inside).isNormal()) {
          return;
        }
      } else if (isThis(call)) {
        run(type, instance, machine.eval(call.getArguments(), inside), call, inside);
      } else {
        List<Object> arguments = machine.eval(call.getArguments(), inside);
        runSuperclass(type, instance, arguments, tree, inside);
      }
    }
  }

  private static boolean isThis(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof IdentifierTree name
        && name.getName().contentEquals("this");
  }

  /** The call {@code this(...)} or {@code super(...)} that a statement is; or null. */
  private static MethodInvocationTree constructorCall(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof IdentifierTree name
            && (name.getName().contentEquals("this") || name.getName().contentEquals("super"))
        ? call
        : null;
  }

  /** The superclass's constructor, then the field initialisers of the class itself. */
  private void runSuperclass(
      TypeElement type, Instance instance, List<Object> arguments, Tree tree, Activation inside) {
    TypeElement superclass = superclass(type);
    if (superclass != null) {
      run(superclass, instance, arguments, tree, inside);
    }
    Optional<TypeSource> source = machine.sources.of(type);
    if (source.isEmpty()) {
      throw machine.mistakes.notInterpretable(
          tree,
          inside,
          "there is no source of `" + type.getSimpleName() + "`, only its class file",
          "compile it together with the network, or copy it into the network's file");
    }
    Activation fields =
        new Activation(source.get().home(), instance, new Scope(null), inside.calls());
    for (Tree member : source.get().tree().getMembers()) {
      if (member instanceof VariableTree variable && variable.getInitializer() != null) {
        machine
            .members
            .ownField(type, variable.getName().toString())
            .filter(field -> !Fields.isStatic(field))
            .ifPresent(field -> instance.set(field, initialValue(variable, field, fields)));
      } else if (member instanceof BlockTree block && !block.isStatic()) {
        machine.run(block, fields);
      }
    }
  }

  private Object initialValue(VariableTree variable, VariableElement field, Activation at) {
    return machine.fields.initialValue(variable, ValueTypes.of(field.asType()), at);
  }

  private boolean isCanonical(ExecutableElement constructor, TypeElement type) {
    return machine.members.haveSameTypes(constructor.getParameters(), type.getRecordComponents());
  }

  /** A compact constructor works on its parameters, which become the components at its end. */
  private void assignComponents(
      TypeElement type, Instance instance, Optional<MethodSource> source, Activation inside) {
    if (source.isPresent() && assignsFields(source.get().tree())) {
      return;
    }
    for (RecordComponentElement component : type.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      machine
          .members
          .ownField(type, name)
          .ifPresent(field -> instance.set(field, inside.scope().find(name).value()));
    }
  }

  private static boolean assignsFields(MethodTree method) {
    return new AnyMatch() {
      @Override
      public Boolean visitAssignment(AssignmentTree tree, Void unused) {
        return tree.getVariable() instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree name
            && name.getName().contentEquals("this");
      }
    }.isIn(method.getBody());
  }
}
