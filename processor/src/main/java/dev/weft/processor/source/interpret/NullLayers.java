package dev.weft.processor.source.interpret;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.problem.Problem.Detail;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.source.value.JavaArray;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Null among the arguments of a factory or modifier that takes layers. */
final class NullLayers {
  private static final int LONGEST = 60;

  private final Machine machine;

  NullLayers(Machine machine) {
    this.machine = machine;
  }

  /**
   * The arguments with an unknown layer in place of each null, which is noted as a mistake.
   *
   * @throws Mistake for the first null, if nothing can be done without it
   */
  List<Object> replaced(Method method, List<Object> arguments, Tree call, Activation at) {
    List<Object> all = spread(method, arguments);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == null && DslMethods.takesLayer(method, i)) {
        Mistake mistake = mistake(method, all.size(), i, call, at);
        all.set(i, machine.recovery.goOn(mistake, Optional.of(Mistake.UNKNOWN_LAYER)));
      }
    }
    return all;
  }

  /** The elements of an array of layers count as arguments. */
  private static List<Object> spread(Method method, List<Object> arguments) {
    List<Object> all = new ArrayList<>(arguments);
    int last = method.getParameterCount() - 1;
    if (method.isVarArgs()
        && DslMethods.takesLayer(method, last)
        && arguments.size() == last + 1
        && arguments.get(last) instanceof JavaArray array) {
      all.remove(last);
      all.addAll(Arrays.asList(array.toArray()));
    }
    return all;
  }

  private Mistake mistake(Method method, int count, int index, Tree call, Activation at) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    String subject = count == 1 ? "the layer" : "layer " + index;
    String headline = subject + " of `" + method.getName() + "` is null";
    if (trees.size() != count) {
      Tree array = trees.isEmpty() ? call : trees.get(trees.size() - 1);
      return machine.mistakes.invalidArgument(array, at, headline, present());
    }
    ExpressionTree tree = trees.get(index);
    Mistake mistake =
        machine.mistakes.invalidArgument(tree, at, headline, fixes(method, trees, index));
    return origin(tree, at).map(mistake::with).orElse(mistake);
  }

  private static Fix[] fixes(Method method, List<? extends ExpressionTree> trees, int index) {
    if (!method.isVarArgs() || trees.size() == 1) {
      return new Fix[] {present()};
    }
    String others =
        IntStream.range(0, trees.size())
            .filter(i -> i != index)
            .mapToObj(i -> trees.get(i).toString())
            .collect(Collectors.joining(", "));
    String edit = method.getName() + "(" + others + ")";
    Fix leftOut =
        edit.length() <= LONGEST ? new Fix("leave it out", edit, null) : Fix.of("leave it out");
    return new Fix[] {leftOut, present()};
  }

  private static Fix present() {
    return Fix.of("give a layer; identity() is one that does nothing");
  }

  /** Where the null comes from. */
  private Optional<Detail> origin(ExpressionTree tree, Activation at) {
    if (tree instanceof MethodInvocationTree) {
      return Optional.of(new Detail("null", null, null, "returned by the call"));
    }
    if (!(tree instanceof IdentifierTree name)) {
      return Optional.empty();
    }
    Scope.Variable variable = at.scope().find(name.getName().toString());
    return Optional.ofNullable(variable)
        .flatMap(Scope.Variable::assignment)
        .map(assignment -> new Detail("null", null, null, from(assignment, at)));
  }

  private String from(Tree assignment, Activation at) {
    String text = assignment.toString();
    String place = machine.places.of(at.home().unit(), assignment).reference();
    String kind = assignment instanceof AssignmentTree ? "assigned" : "declared";
    return text.length() <= LONGEST && text.indexOf('\n') < 0
        ? "from `" + text + "` (" + place + ")"
        : kind + " so (" + place + ")";
  }
}
