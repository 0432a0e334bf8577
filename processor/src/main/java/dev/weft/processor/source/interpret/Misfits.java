package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.source.interpret.Signature.Parameter;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.Prim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mistakes in the arguments of a call: what the methods of its name take, and what they get. */
final class Misfits {
  /** As one writes a number of layers or pixels, or a probability. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})([.][0-9]+)?");

  private final Machine machine;

  Misfits(Machine machine) {
    this.machine = machine;
  }

  /** The mistake in a call that none of these methods takes; they have one name. */
  Mistake of(List<Signature> signatures, List<Object> arguments, Tree call, Activation at) {
    return of(signatures, arguments, call, Optional.empty(), at);
  }

  /**
   * The same.
   *
   * @param other the call that was meant if the number of arguments is wrong
   */
  Mistake of(
      List<Signature> signatures,
      List<Object> arguments,
      Tree call,
      Optional<Fix> other,
      Activation at) {
    String name = signatures.get(0).name();
    List<Signature> counted =
        signatures.stream().filter(each -> each.takesCount(arguments.size())).toList();
    if (counted.isEmpty()) {
      Fix fix = other.orElseGet(() -> Fix.of(there(signatures)));
      return wrongCount(signatures, arguments, call, fix, at);
    }
    int wrong = counted.stream().mapToInt(each -> each.firstMisfit(arguments)).max().orElseThrow();
    if (wrong == arguments.size()) {
      return machine.mistakes.notInterpretable(
          call, at, "no `" + name + "` takes " + values(arguments), there(signatures));
    }
    List<Parameter> parameters =
        counted.stream()
            .filter(each -> each.firstMisfit(arguments) == wrong)
            .map(each -> each.parameter(wrong))
            .toList();
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    return trees.size() == arguments.size()
        ? wrongType(name, signatures, parameters, new Given(arguments, trees, wrong), at)
        : machine.mistakes.notInterpretable(
            call, at, headline(name, parameters, arguments.get(wrong)), there(signatures));
  }

  /** The arguments of a call, of which one is wrong. */
  private record Given(List<Object> values, List<? extends ExpressionTree> trees, int index) {
    Object value() {
      return values.get(index);
    }

    ExpressionTree tree() {
      return trees.get(index);
    }
  }

  private Mistake wrongCount(
      List<Signature> signatures, List<Object> arguments, Tree call, Fix fix, Activation at) {
    String counts =
        signatures.stream()
            .map(Signature::count)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
    String taken = counts.equals("0") ? "no" : counts;
    String noun = counts.equals("1") || counts.equals("at least 1") ? "argument" : "arguments";
    String given = arguments.isEmpty() ? "none" : arguments.size() + ": " + values(arguments);
    return machine.mistakes.notInterpretable(
        call,
        at,
        "`%s` takes %s %s, but gets %s".formatted(signatures.get(0).name(), taken, noun, given),
        fix);
  }

  private Mistake wrongType(
      String name,
      List<Signature> signatures,
      List<Parameter> parameters,
      Given given,
      Activation at) {
    ExpressionTree tree = given.tree();
    boolean isUnboxed =
        given.value() == null && parameters.stream().allMatch(each -> each.prim() != null);
    if (isUnboxed && tree.getKind() != Tree.Kind.NULL_LITERAL) {
      String type = parameters.get(0).type();
      return machine.mistakes.nullUnboxed(tree, at, type);
    }
    Fix fix =
        cast(given, parameters, at)
            .or(() -> array(name, given, parameters))
            .or(() -> number(given, parameters))
            .or(() -> constant(given, parameters, at))
            .or(() -> layer(given, parameters))
            .or(() -> function(name, given, parameters, at))
            .orElseGet(() -> Fix.of(there(signatures)));
    return machine.mistakes.notInterpretable(
        tree, at, headline(name, parameters, given.value()), fix);
  }

  private static String headline(String name, List<Parameter> parameters, Object value) {
    String takes =
        parameters.stream()
            .map(Parameter::shown)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
    return "`" + name + "` takes " + takes + ", but gets " + Describe.typed(value);
  }

  private static String values(List<Object> arguments) {
    return arguments.stream().map(Describe::value).collect(Collectors.joining(", "));
  }

  private static String there(List<Signature> signatures) {
    return Nearest.all(signatures.stream().map(Signature::toString).distinct().sorted().toList());
  }

  /** A number that would have to become narrower is cast. */
  private Optional<Fix> cast(Given given, List<Parameter> parameters, Activation at) {
    Prim from = Prim.of(given.value());
    if (from == null || !from.isNumeric() || !machine.staticTypes.isPrimitive(given.tree(), at)) {
      return Optional.empty();
    }
    ExpressionTree tree = given.tree();
    boolean isSimple =
        tree instanceof IdentifierTree
            || tree instanceof LiteralTree
            || tree instanceof ArrayAccessTree
            || tree instanceof MemberSelectTree
            || tree instanceof MethodInvocationTree
            || tree instanceof ParenthesizedTree;
    String text = isSimple ? tree.toString() : "(" + tree + ")";
    return parameters.stream()
        .map(Parameter::prim)
        .filter(prim -> prim != null && prim.isNumeric())
        .findFirst()
        .map(prim -> new Fix("cast it", "(" + prim + ") " + text, null));
  }

  /** The elements of a list are handed over as an array. */
  private static Optional<Fix> array(String name, Given given, List<Parameter> parameters) {
    if (!(given.value() instanceof Collection<?> || given.value() instanceof BaseStream)) {
      return Optional.empty();
    }
    return parameters.stream()
        .filter(Parameter::isVariable)
        .filter(each -> each.prim() == null)
        .findFirst()
        .map(
            each -> {
              List<String> texts = new ArrayList<>();
              given.trees().forEach(tree -> texts.add(tree.toString()));
              String array = "%s.toArray(%s[]::new)".formatted(given.tree(), each.type());
              texts.set(given.index(), array);
              String edit = name + "(" + String.join(", ", texts) + ")";
              return new Fix("hand over an array", edit, null);
            });
  }

  /** A text may be the number that was meant. */
  private static Optional<Fix> number(Given given, List<Parameter> parameters) {
    if (!(given.tree() instanceof LiteralTree && given.value() instanceof String text)
        || !NUMBER.matcher(text.strip()).matches()) {
      return Optional.empty();
    }
    boolean isWhole = text.indexOf('.') < 0;
    return parameters.stream()
        .map(Parameter::prim)
        .filter(prim -> prim == Prim.DOUBLE || isWhole && (prim == Prim.INT || prim == Prim.LONG))
        .findFirst()
        .map(prim -> new Fix("write it as a number", text.strip(), null));
  }

  /** A lambda is no layer. */
  private static Optional<Fix> layer(Given given, List<Parameter> parameters) {
    boolean isMeant =
        given.value() instanceof Closure
            && parameters.stream().anyMatch(each -> each.type().equals("Layer"));
    return isMeant ? Optional.of(Fix.of(DslTypes.ONLY_FACTORIES)) : Optional.empty();
  }

  /** A layer that is made once, where one is made for each index or number of channels. */
  private static Optional<Fix> function(
      String name, Given given, List<Parameter> parameters, Activation at) {
    boolean isMeant =
        given.value() instanceof Layer
            && parameters.stream().anyMatch(each -> each.type().equals("IntFunction"));
    if (!isMeant) {
      return Optional.empty();
    }
    String free =
        Stream.of(name.equals("withChannels") ? "in" : "i", "index", "number")
            .filter(each -> !at.scope().names().contains(each))
            .findFirst()
            .orElse("i1");
    List<String> texts = new ArrayList<>();
    given.trees().forEach(tree -> texts.add(tree.toString()));
    texts.set(given.index(), free + " -> " + given.tree());
    String edit = name + "(" + String.join(", ", texts) + ")";
    return Optional.of(new Fix("write a lambda that makes it", edit, null));
  }

  /** A text may name the constant that was meant. */
  private Optional<Fix> constant(Given given, List<Parameter> parameters, Activation at) {
    if (!(given.value() instanceof String text)) {
      return Optional.empty();
    }
    return machine
        .names
        .field(text.toUpperCase(Locale.ROOT), at.home())
        .filter(Fields::isStatic)
        .filter(
            field -> {
              Object value = machine.statics.read(field, given.tree(), at);
              return parameters.stream().anyMatch(each -> each.takes().test(value));
            })
        .map(field -> new Fix("name the constant", field.getSimpleName().toString(), null));
  }
}
