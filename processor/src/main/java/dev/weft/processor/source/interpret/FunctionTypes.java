package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The declared types of lambdas and method references: what they are given and what they yield. */
final class FunctionTypes {
  private final Machine machine;

  FunctionTypes(Machine machine) {
    this.machine = machine;
  }

  /** Whether an expression is a lambda or a method reference, which has a type by its target. */
  static boolean isFunction(Tree tree) {
    return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
  }

  /** The method of a functional interface, with the type arguments that it has there. */
  Optional<ExecutableType> method(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    DeclaredType plain = machine.valueTypes.withoutWildcards(declared);
    return machine
        .members
        .functionalMethod((TypeElement) plain.asElement())
        .map(method -> (ExecutableType) machine.types.asMemberOf(plain, method));
  }

  /** What is known of the types of its parameters. */
  static List<ValueType> parameters(Inference inference, ExecutableType method) {
    List<ValueType> parameters = new ArrayList<>();
    for (TypeMirror each : method.getParameterTypes()) {
      parameters.add(
          inference
              .substituted(each)
              .filter(Inference::isKnown)
              .map(ValueTypes::of)
              .orElse(ValueType.ANY));
    }
    return parameters;
  }

  /** What a lambda yields whose parameters have these types. */
  Optional<TypeMirror> resultOf(
      LambdaExpressionTree lambda, List<ValueType> parameters, Activation at) {
    if (lambda.getParameters().size() != parameters.size()) {
      return Optional.empty();
    }
    Activation inside = at.nested();
    for (int i = 0; i < parameters.size(); i++) {
      var parameter = lambda.getParameters().get(i);
      ValueType type =
          InferredTypes.isInferred(parameter)
              ? parameters.get(i)
              : machine.valueTypes.of(parameter.getType(), at.home());
      inside.scope().declare(parameter.getName().toString(), type);
    }
    if (lambda.getBody() instanceof ExpressionTree expression) {
      return machine.staticTypes.of(expression, inside);
    }
    return machine.staticTypes.common(
        LambdaBodies.returns(lambda).stream().map(ReturnTree::getExpression).toList(),
        machine.staticTypes.withVariables(lambda.getBody(), inside));
  }

  /** What a reference to a method yields, if it can mean one only. */
  Optional<TypeMirror> resultOf(MemberReferenceTree reference, Activation at) {
    ExpressionTree owner = reference.getQualifierExpression();
    if (reference.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return machine.valueTypes.mirror(machine.valueTypes.of(owner, at.home()));
    }
    Optional<TypeElement> type =
        machine.denotations.type(owner, at).or(() -> machine.staticTypes.element(owner, at));
    List<ExecutableElement> methods =
        type.map(each -> machine.members.methods(each, reference.getName().toString()))
            .orElse(List.of());
    return methods.size() == 1 && methods.get(0).getTypeParameters().isEmpty()
        ? Optional.of(methods.get(0).getReturnType())
            .filter(result -> result.getKind() != TypeKind.TYPEVAR)
        : Optional.empty();
  }
}
