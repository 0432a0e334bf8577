package dev.weft.processor.source.interpret;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The variables that the patterns in a condition introduce, by Java's rules of flow scoping. */
final class Bindings {
  private record Introduced(Set<String> whenTrue, Set<String> whenFalse) {
    static final Introduced NONE = new Introduced(Set.of(), Set.of());
  }

  private final Map<Tree, Introduced> known = new IdentityHashMap<>();
  private final Map<Tree, Set<String>> all = new IdentityHashMap<>();

  /** All names that patterns in a condition bind. */
  Set<String> in(ExpressionTree tree) {
    return all.computeIfAbsent(tree, Bindings::find);
  }

  private static Set<String> find(Tree tree) {
    Set<String> names = new HashSet<>();
    scan(tree, pattern -> names.add(pattern.getVariable().getName().toString()), pattern -> {});
    return names;
  }

  /** The patterns behind {@code instanceof} in a condition. */
  static List<Tree> patterns(ExpressionTree tree) {
    List<Tree> patterns = new ArrayList<>();
    scan(tree, binding -> {}, patterns::add);
    return patterns;
  }

  private static void scan(
      Tree tree, Consumer<BindingPatternTree> bindings, Consumer<Tree> patterns) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitInstanceOf(InstanceOfTree type, Void unused) {
        if (type.getPattern() != null) {
          patterns.accept(type.getPattern());
        }
        return super.visitInstanceOf(type, null);
      }

      @Override
      public Void visitBindingPattern(BindingPatternTree pattern, Void unused) {
        bindings.accept(pattern);
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree type, Void unused) {
        return null;
      }
    }.scan(tree, null);
  }

  /** The names that are variables once the condition turned out to be {@code outcome}. */
  Set<String> introduced(ExpressionTree tree, boolean outcome) {
    Introduced introduced = known.get(tree);
    if (introduced == null) {
      introduced = analyse(tree);
      known.put(tree, introduced);
    }
    return outcome ? introduced.whenTrue : introduced.whenFalse;
  }

  private Introduced analyse(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return both(inner.getExpression(), false);
    }
    if (tree instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return both(not.getExpression(), true);
    }
    if (tree instanceof InstanceOfTree) {
      return new Introduced(in(tree), Set.of());
    }
    if (tree instanceof BinaryTree binary) {
      ExpressionTree left = binary.getLeftOperand();
      ExpressionTree right = binary.getRightOperand();
      return switch (tree.getKind()) {
        case CONDITIONAL_AND -> new Introduced(union(left, right, true), Set.of());
        case CONDITIONAL_OR -> new Introduced(Set.of(), union(left, right, false));
        default -> Introduced.NONE;
      };
    }
    return Introduced.NONE;
  }

  private Introduced both(ExpressionTree tree, boolean isNegated) {
    return new Introduced(introduced(tree, !isNegated), introduced(tree, isNegated));
  }

  private Set<String> union(ExpressionTree left, ExpressionTree right, boolean outcome) {
    Set<String> all = new HashSet<>(introduced(left, outcome));
    all.addAll(introduced(right, outcome));
    return all;
  }
}
