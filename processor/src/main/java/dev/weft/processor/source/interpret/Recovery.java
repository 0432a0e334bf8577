package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.dsl.Layer;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Goes on behind a mistake with whatever does not depend on it, so that one build reports all that
 * are independent. What the failed code may have changed has no known value from there on, and
 * whoever reads it fails without a message.
 */
final class Recovery {
  /** More of them are most likely one, in a loop or a recursion. */
  private static final int MOST_MISTAKES = 50;

  /** What the author meant with the rest cannot be told, or evaluating it takes too long. */
  private static final Set<Code> FINAL = EnumSet.of(Code.MISUSE, Code.STEP_LIMIT);

  private final Machine machine;
  private final List<Mistake> noted = new ArrayList<>();
  private boolean isSuspended;

  Recovery(Machine machine) {
    this.machine = machine;
  }

  /** The mistakes noted since this was last asked. */
  List<Mistake> take() {
    List<Mistake> all = List.copyOf(noted);
    noted.clear();
    return all;
  }

  /** Whether anything was noted that was not asked for yet. */
  boolean hasNoted() {
    return !noted.isEmpty();
  }

  /** Whether what runs is only tried. */
  boolean isSuspended() {
    return isSuspended;
  }

  /** Runs what has mistakes that may not concern anyone. */
  void suspended(Runnable evaluation) {
    suspended(
        () -> {
          evaluation.run();
          return null;
        });
  }

  /** Evaluates something whose mistakes may not concern anyone: the first of them ends it. */
  <T> T suspended(Supplier<T> evaluation) {
    boolean before = isSuspended;
    isSuspended = true;
    try {
      return evaluation.get();
    } finally {
      isSuspended = before;
    }
  }

  /** Whether a layer is one of which nothing is known, or holds one. */
  static boolean isUnknown(Layer layer) {
    return layer == Mistake.UNKNOWN_LAYER
        || layer.children().stream().anyMatch(Recovery::isUnknown);
  }

  /**
   * Notes the mistake in an expression, if what stands beside it can be evaluated all the same.
   *
   * @throws Mistake the same one, if not
   */
  void pass(Mistake mistake, ExpressionTree failed, Activation at) {
    pass(mistake, failed, Effects.of(failed), at);
  }

  /**
   * Notes the mistake in a statement, if those behind it can be run all the same.
   *
   * @throws Mistake the same one, if not
   */
  void pass(Mistake mistake, StatementTree failed, Activation at) {
    Effects effects = Effects.of(failed);
    if (effects.leadElsewhere()) {
      throw mistake;
    }
    pass(mistake, failed, effects, at);
    if (failed instanceof VariableTree variable) {
      at.scope().declare(variable.getName().toString(), ValueType.ANY).lose();
    } else if (failed instanceof ExpressionStatementTree statement) {
      // Its author meant it to change what it is called on, even if nothing can, as a layer.
      lose(receiver(statement.getExpression()), at);
    }
  }

  /**
   * Notes the mistake in a call of which everything else is done, and goes on with what stands for
   * the layer that it would have made.
   *
   * @throws Mistake the same one, if nothing does or nothing may
   */
  Layer goOn(Mistake mistake, Optional<Layer> standIn) {
    if (standIn.isEmpty() || isEnd(mistake)) {
      throw mistake;
    }
    note(mistake);
    return standIn.get();
  }

  private boolean isEnd(Mistake mistake) {
    boolean isFinal =
        mistake.located().filter(located -> FINAL.contains(located.problem().code())).isPresent();
    return isSuspended || isFinal || noted.size() >= MOST_MISTAKES;
  }

  private void pass(Mistake mistake, Tree failed, Effects effects, Activation at) {
    if (isEnd(mistake) || mayChangeSelf(effects, at)) {
      throw mistake;
    }
    note(mistake);
    Stream<Object> parted = values(effects.asked(), at).filter(Effects::hasChangeableParts);
    Stream.concat(values(effects.read(), at), parted).forEach(changed -> loseAllOf(changed, at));
    effects.assigned().forEach(name -> lose(name, at));
  }

  private static Stream<Object> values(Set<String> names, Activation at) {
    return names.stream()
        .map(at.scope()::find)
        .filter(Objects::nonNull)
        .map(Scope.Variable::value)
        .filter(value -> !Effects.isUnchangeable(value));
  }

  /** An object may be known under several names, or be a part of another. */
  private static void loseAllOf(Object changed, Activation at) {
    for (String name : at.scope().names()) {
      Object value = at.scope().find(name).value();
      if (!Effects.isUnchangeable(value)
          && (Effects.mayReach(value, changed) || Effects.mayReach(changed, value))) {
        lose(name, at);
      }
    }
  }

  private static void lose(String name, Activation at) {
    Scope.Variable variable = at.scope().find(name);
    if (variable != null) {
      variable.lose();
    }
  }

  private static String receiver(ExpressionTree call) {
    if (call instanceof MethodInvocationTree method) {
      return receiver(method.getMethodSelect());
    }
    return call instanceof MemberSelectTree select
        ? receiver(select.getExpression())
        : call.toString();
  }

  private static boolean mayChangeSelf(Effects effects, Activation at) {
    return at.self() instanceof Instance self
        && !Effects.isUnchangeable(self)
        && (effects.callSelf()
            || effects.read().stream().anyMatch(name -> at.scope().find(name) == null));
  }

  private void note(Mistake mistake) {
    if (mistake.located().isPresent()) {
      noted.add(mistake);
    }
  }

  /** The mistakes in the arguments of a call that is one itself. */
  Mistake besides(Mistake call, List<? extends ExpressionTree> arguments, Activation at) {
    for (ExpressionTree argument : arguments) {
      try {
        machine.evalForTarget(argument, at);
      } catch (Mistake mistake) {
        pass(mistake, argument, at);
      }
    }
    return call;
  }

  /**
   * The mistakes of a call on what a mistake prevents: in its arguments, and in the call itself if
   * enough is known of what it is called on.
   *
   * @param call calls the method on a layer
   */
  Mistake behind(
      Mistake receiver,
      ExpressionTree owner,
      List<? extends ExpressionTree> arguments,
      Activation at,
      Call call) {
    pass(receiver, owner, at);
    Mistake failed = Mistake.consequence();
    if (receiver.standIn().isEmpty()) {
      return besides(failed, arguments, at);
    }
    try {
      Object made = call.on(receiver.standIn().get());
      return made instanceof Layer layer ? failed.standingIn(layer) : failed;
    } catch (Mistake own) {
      return own;
    }
  }

  /** A call of which only the receiver is missing. */
  interface Call {
    Object on(Layer receiver);
  }
}
