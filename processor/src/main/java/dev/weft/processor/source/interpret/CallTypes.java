package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/** The declared types of method calls, and of the lambdas among their arguments. */
final class CallTypes {
  /** What a call means: a method, and what it is called on if that is an object. */
  private record Target(List<ExecutableElement> candidates, DeclaredType receiver) {}

  private final Machine machine;
  private final Overloads overloads;
  private final Map<ExpressionTree, List<ValueType>> functions = new IdentityHashMap<>();

  CallTypes(Machine machine) {
    this.machine = machine;
    this.overloads = new Overloads(machine);
  }

  /** The type of a call; empty if it cannot be told. */
  Optional<TypeMirror> of(MethodInvocationTree call, Activation at) {
    Optional<Target> target = target(call, at);
    Optional<ExecutableElement> method = target.flatMap(found -> method(found, call, at));
    if (method.isEmpty()) {
      return Optional.empty();
    }
    ExecutableType signature = signature(method.get(), target.get());
    Optional<TypeMirror> type =
        method.get().getTypeParameters().isEmpty()
            ? Optional.of(signature.getReturnType())
            : inferred(method.get(), signature, call, at).substituted(signature.getReturnType());
    return type.filter(Inference::isKnown);
  }

  /** The type a generic method declares, before its variables are known. */
  Optional<TypeMirror> declared(MethodInvocationTree call, Activation at) {
    Optional<Target> target = target(call, at);
    return target
        .flatMap(found -> method(found, call, at))
        .filter(method -> method.getReturnType() instanceof TypeVariable)
        .filter(
            method ->
                method
                    .getTypeParameters()
                    .contains(((TypeVariable) method.getReturnType()).asElement()))
        .map(ExecutableElement::getReturnType);
  }

  private Optional<Target> target(MethodInvocationTree call, Activation at) {
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      String text = name.getName().toString();
      return Optional.of(new Target(machine.names.methods(text, at.home()), null));
    }
    MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
    String name = select.getIdentifier().toString();
    Optional<TypeElement> type = machine.denotations.type(select.getExpression(), at);
    if (type.isPresent()) {
      return Optional.of(new Target(machine.members.methods(type.get(), name), null));
    }
    return machine
        .staticTypes
        .of(select.getExpression(), at)
        .map(CallTypes::upper)
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .map(
            receiver ->
                new Target(
                    machine.members.methods((TypeElement) receiver.asElement(), name), receiver));
  }

  private static TypeMirror upper(TypeMirror type) {
    return type instanceof TypeVariable variable ? upper(variable.getUpperBound()) : type;
  }

  private Optional<ExecutableElement> method(
      Target target, MethodInvocationTree call, Activation at) {
    return method(target.candidates, call.getArguments(), at);
  }

  private Optional<ExecutableElement> method(
      List<ExecutableElement> candidates, List<? extends ExpressionTree> trees, Activation at) {
    if (candidates.size() <= 1) {
      return candidates.stream().findFirst();
    }
    List<Argument> arguments = new ArrayList<>();
    for (ExpressionTree each : trees) {
      arguments.add(Argument.of(machine, each, at));
    }
    List<ExecutableElement> best = overloads.best(candidates, arguments);
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /** The type of {@code new Pair<>(a, b)}. */
  Optional<TypeMirror> ofDiamond(NewClassTree tree, Activation at) {
    Optional<TypeElement> type = machine.valueTypes.named(tree.getIdentifier(), at.home());
    Optional<ExecutableElement> constructor =
        type.flatMap(
            found ->
                method(
                    ElementFilter.constructorsIn(found.getEnclosedElements()),
                    tree.getArguments(),
                    at));
    return constructor.flatMap(
        found -> {
          Inference inference =
              new Inference(machine.types, machine.subtyping, type.get().getTypeParameters());
          learn(inference, found, (ExecutableType) found.asType(), tree.getArguments(), at);
          return inference.substituted(type.get().asType());
        });
  }

  private ExecutableType signature(ExecutableElement method, Target target) {
    return target.receiver == null || method.getModifiers().contains(Modifier.STATIC)
        ? (ExecutableType) method.asType()
        : (ExecutableType)
            machine.types.asMemberOf(machine.valueTypes.withoutWildcards(target.receiver), method);
  }

  private Inference inferred(
      ExecutableElement method,
      ExecutableType signature,
      MethodInvocationTree call,
      Activation at) {
    // Those of the signature: compilers may rename them for the receiver's type.
    List<Element> variables = new ArrayList<>();
    signature.getTypeVariables().forEach(variable -> variables.add(variable.asElement()));
    Inference inference = new Inference(machine.types, machine.subtyping, variables);
    List<TypeMirror> explicit = new ArrayList<>();
    for (Tree each : call.getTypeArguments()) {
      machine.valueTypes.mirror(machine.valueTypes.of(each, at.home())).ifPresent(explicit::add);
    }
    inference.explicit(variables, explicit);
    if (explicit.isEmpty()) {
      learn(inference, method, signature, call.getArguments(), at);
    }
    return inference;
  }

  private void learn(
      Inference inference,
      ExecutableElement method,
      ExecutableType signature,
      List<? extends ExpressionTree> arguments,
      Activation at) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!isFunction(arguments.get(i))) {
        TypeMirror formal = formal(method, signature, i, arguments, at);
        machine
            .staticTypes
            .of(arguments.get(i), at)
            .ifPresent(actual -> inference.unify(formal, actual));
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (isFunction(arguments.get(i))) {
        unifyResult(inference, formal(method, signature, i, arguments, at), arguments.get(i), at);
      }
    }
  }

  private static boolean isFunction(ExpressionTree tree) {
    return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
  }

  private TypeMirror formal(
      ExecutableElement method,
      ExecutableType signature,
      int index,
      List<? extends ExpressionTree> arguments,
      Activation at) {
    List<? extends TypeMirror> formals = signature.getParameterTypes();
    int last = formals.size() - 1;
    if (!method.isVarArgs() || index < last) {
      return formals.get(Math.min(index, last));
    }
    boolean isArrayItself =
        arguments.size() == formals.size()
            && machine
                .staticTypes
                .of(arguments.get(index), at)
                .filter(type -> machine.subtyping.isSubtype(type, formals.get(last)))
                .isPresent();
    return isArrayItself ? formals.get(last) : ((ArrayType) formals.get(last)).getComponentType();
  }

  /** Learns from what a lambda yields; its parameters are known from the other arguments. */
  private void unifyResult(
      Inference inference, TypeMirror formal, ExpressionTree function, Activation at) {
    Optional<ExecutableType> method = functionType(formal);
    if (method.isEmpty() || method.get().getReturnType().getKind() == TypeKind.VOID) {
      return;
    }
    Optional<TypeMirror> result =
        function instanceof LambdaExpressionTree lambda
            ? resultOf(lambda, parameters(inference, method.get()), at)
            : resultOf((MemberReferenceTree) function, at);
    result.ifPresent(actual -> inference.unify(method.get().getReturnType(), actual));
  }

  private Optional<ExecutableType> functionType(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    DeclaredType plain = machine.valueTypes.withoutWildcards(declared);
    return machine
        .members
        .functionalMethod((TypeElement) plain.asElement())
        .map(method -> (ExecutableType) machine.types.asMemberOf(plain, method));
  }

  private static List<ValueType> parameters(Inference inference, ExecutableType method) {
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

  private Optional<TypeMirror> resultOf(
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

  private Optional<TypeMirror> resultOf(MemberReferenceTree reference, Activation at) {
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

  /** The types of a function's parameters from the call of which it is an argument. */
  List<ValueType> ofParameters(ExpressionTree function, MethodInvocationTree call, Activation at) {
    List<ValueType> known = functions.get(function);
    if (known == null) {
      known = findParameters(function, call, at);
      functions.put(function, known);
    }
    return known;
  }

  private List<ValueType> findParameters(
      ExpressionTree function, MethodInvocationTree call, Activation at) {
    Optional<Target> target = target(call, at);
    Optional<ExecutableElement> method = target.flatMap(found -> method(found, call, at));
    int index = call.getArguments().indexOf(function);
    if (method.isEmpty() || index < 0) {
      return List.of();
    }
    ExecutableType signature = signature(method.get(), target.get());
    TypeMirror formal = formal(method.get(), signature, index, call.getArguments(), at);
    Inference inference = inferred(method.get(), signature, call, at);
    return functionType(formal).map(found -> parameters(inference, found)).orElse(List.of());
  }
}
