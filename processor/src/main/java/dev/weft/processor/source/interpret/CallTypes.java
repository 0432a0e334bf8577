package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/** The declared types of method calls, and of the lambdas among their arguments. */
final class CallTypes {
  private final Machine machine;
  private final CallTargets targets;
  private final FunctionTypes functionTypes;
  private final Map<ExpressionTree, List<ValueType>> functions = new IdentityHashMap<>();

  CallTypes(Machine machine) {
    this.machine = machine;
    this.targets = new CallTargets(machine);
    this.functionTypes = new FunctionTypes(machine);
  }

  /** The type of a call; empty if it cannot be told. */
  Optional<TypeMirror> of(MethodInvocationTree call, Activation at) {
    Optional<CallTargets.Target> target = targets.of(call, at);
    Optional<ExecutableElement> method = target.flatMap(found -> targets.method(found, call, at));
    if (method.isEmpty()) {
      return Optional.empty();
    }
    ExecutableType signature = targets.signature(method.get(), target.get());
    Optional<TypeMirror> type =
        method.get().getTypeParameters().isEmpty()
            ? Optional.of(signature.getReturnType())
            : inferred(method.get(), signature, call, at).substituted(signature.getReturnType());
    return type.filter(Inference::isKnown);
  }

  /** The type a generic method declares, before its variables are known. */
  Optional<TypeMirror> declared(MethodInvocationTree call, Activation at) {
    Optional<CallTargets.Target> target = targets.of(call, at);
    return target
        .flatMap(found -> targets.method(found, call, at))
        .filter(method -> method.getReturnType() instanceof TypeVariable)
        .filter(
            method ->
                method
                    .getTypeParameters()
                    .contains(((TypeVariable) method.getReturnType()).asElement()))
        .map(ExecutableElement::getReturnType);
  }

  /** The type of {@code new Pair<>(a, b)}. */
  Optional<TypeMirror> ofDiamond(NewClassTree tree, Activation at) {
    Optional<TypeElement> type = machine.valueTypes.named(tree.getIdentifier(), at.home());
    Optional<ExecutableElement> constructor =
        type.flatMap(
            found ->
                targets.method(
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
      if (!FunctionTypes.isFunction(arguments.get(i))) {
        TypeMirror formal = formal(method, signature, i, arguments, at);
        machine
            .staticTypes
            .of(arguments.get(i), at)
            .ifPresent(actual -> inference.unify(formal, actual));
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (FunctionTypes.isFunction(arguments.get(i))) {
        unifyResult(inference, formal(method, signature, i, arguments, at), arguments.get(i), at);
      }
    }
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
    Optional<ExecutableType> method = functionTypes.method(formal);
    if (method.isEmpty() || method.get().getReturnType().getKind() == TypeKind.VOID) {
      return;
    }
    Optional<TypeMirror> result =
        function instanceof LambdaExpressionTree lambda
            ? functionTypes.resultOf(lambda, FunctionTypes.parameters(inference, method.get()), at)
            : functionTypes.resultOf((MemberReferenceTree) function, at);
    result.ifPresent(actual -> inference.unify(method.get().getReturnType(), actual));
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
    Optional<CallTargets.Target> target = targets.of(call, at);
    Optional<ExecutableElement> method = target.flatMap(found -> targets.method(found, call, at));
    int index = call.getArguments().indexOf(function);
    if (method.isEmpty() || index < 0) {
      return List.of();
    }
    ExecutableType signature = targets.signature(method.get(), target.get());
    TypeMirror formal = formal(method.get(), signature, index, call.getArguments(), at);
    Inference inference = inferred(method.get(), signature, call, at);
    return functionTypes
        .method(formal)
        .map(found -> FunctionTypes.parameters(inference, found))
        .orElse(List.of());
  }
}
