package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Problem.Fix;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call by a name that there is not, and how it reads by the name that was meant. A name that is
 * near by its letters was hardly meant if its method takes none of the arguments.
 */
final class MisnamedCall {
  private static final int LONGEST = 60;
  private static final Pattern CONVOLUTION = Pattern.compile("conv(\\d+)x(\\d+)");

  private final String name;
  private final Tree call;
  private final Function<String, List<Signature>> methods;
  private final Predicate<Signature> takes;

  private MisnamedCall(
      String name,
      Tree call,
      Function<String, List<Signature>> methods,
      Predicate<Signature> takes) {
    this.name = name;
    this.call = call;
    this.methods = methods;
    this.takes = takes;
  }

  /**
   * A call of which the arguments are known only as they are written.
   *
   * @param methods the methods of a name
   */
  static MisnamedCall of(String name, Tree call, Function<String, List<Signature>> methods) {
    return new MisnamedCall(name, call, methods, signature -> mayTake(signature, call));
  }

  /**
   * A call with these arguments.
   *
   * @param methods the methods of a name
   */
  static MisnamedCall of(
      String name, Tree call, Function<String, List<Signature>> methods, List<Object> arguments) {
    return new MisnamedCall(
        name,
        call,
        methods,
        signature ->
            signature.takesCount(arguments.size())
                && signature.firstMisfit(arguments) == arguments.size());
  }

  private static boolean mayTake(Signature signature, Tree call) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    for (int i = 0; i < trees.size() && signature.takesCount(trees.size()); i++) {
      if (trees.get(i) instanceof LiteralTree literal
          && !signature.parameter(i).takes().test(literal.getValue())) {
        return false;
      }
    }
    return signature.takesCount(trees.size());
  }

  /** The name that was meant among those that there are, and how to put it. */
  Optional<Fix> fix(Collection<String> names) {
    Optional<String> here = Synonyms.of(name, names);
    if (here.isPresent()) {
      return here.map(this::translated);
    }
    Matcher convolution = CONVOLUTION.matcher(name);
    if (convolution.matches() && names.contains("conv") && Overloads.trees(call).size() == 1) {
      return Optional.of(convolution(convolution.group(1), convolution.group(2)));
    }
    return Synonyms.hasNoLike(name, names)
        ? Optional.empty()
        : nearest(names).map(near -> Fix.nearestName(as(near)));
  }

  /** Only the usual ones have a factory of their own. */
  private Fix convolution(String height, String width) {
    String kernel = height.equals(width) ? height : height + ", " + width;
    String edit = "conv(" + Overloads.trees(call).get(0) + ", " + kernel + ")";
    return new Fix("give the kernel as a number", edit, null);
  }

  private Fix translated(String here) {
    String action = "write the name that it has here";
    if (Synonyms.mayCountInput(name, Overloads.trees(call).size())) {
      return new Fix(action, declared(here), null);
    }
    return InputFirst.without(here, methods.apply(here), call, action)
        .orElseGet(() -> new Fix(action, as(here), null));
  }

  /** The nearest that takes the arguments, unless another is much nearer. */
  private Optional<String> nearest(Collection<String> names) {
    Optional<String> nearest = Nearest.of(name, names);
    if (nearest.filter(this::isTaken).isPresent()) {
      return nearest;
    }
    return Nearest.of(name, names.stream().filter(this::isTaken).toList())
        .filter(taken -> Nearest.isNear(name, taken))
        .or(() -> nearest.filter(near -> Nearest.isNear(name, near)));
  }

  private boolean isTaken(String other) {
    return call instanceof MemberReferenceTree || methods.apply(other).stream().anyMatch(takes);
  }

  /** The call by another name: with what it lacks, or as it is declared if it does not fit. */
  private String as(String other) {
    return isTaken(other)
        ? called(other, call)
        : methods.apply(other).stream()
            .filter(each -> !each.isVarArgs())
            .filter(each -> each.parameters().size() > Overloads.trees(call).size())
            .min(Comparator.comparingInt(each -> each.parameters().size()))
            .map(this::completed)
            .orElseGet(() -> declared(other));
  }

  private String declared(String other) {
    return methods.apply(other).stream()
        .map(Signature::toString)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private String completed(Signature signature) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    String lacking =
        signature.parameters().stream()
            .skip(trees.size())
            .map(each -> "/* " + each + " */")
            .collect(Collectors.joining(", "));
    String given = trees.stream().map(each -> each + ", ").collect(Collectors.joining());
    return signature.name() + "(" + given + lacking + ")";
  }

  /** A call with another name; its arguments only if they are short. */
  static String called(String name, Tree call) {
    if (call instanceof MemberReferenceTree) {
      return name;
    }
    List<String> arguments = Overloads.trees(call).stream().map(Object::toString).toList();
    String text = name + "(" + String.join(", ", arguments) + ")";
    return text.length() <= LONGEST ? text : name + "(...)";
  }
}
