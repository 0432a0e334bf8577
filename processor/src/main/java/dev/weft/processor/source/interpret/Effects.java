package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.source.value.ClassLiteral;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.RecordValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** What a piece of code may do to what stands around it, as far as its text tells. */
final class Effects {
  /** What asks a collection, an array or a text and leaves it as it is. */
  private static final Set<String> QUESTIONS =
      Set.of("get", "size", "isEmpty", "contains", "length", "stream", "getOrDefault", "toArray");

  /** Objects that hold others deeper than that may hold any. */
  private static final int DEEPEST = 6;

  private final Set<String> read = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Set<String> assigned = new HashSet<>();
  private boolean leadElsewhere;
  private boolean callSelf;

  private Effects() {}

  static Effects of(Tree tree) {
    Effects effects = new Effects();
    effects.new Scanner().scan(tree, null);
    return effects;
  }

  /** The names whose values it may change from within. */
  Set<String> read() {
    return read;
  }

  /** The names of whose values it only takes parts, which it may change from within. */
  Set<String> asked() {
    return asked;
  }

  /** The names to which it assigns. */
  Set<String> assigned() {
    return assigned;
  }

  /** Whether other code than the next may follow it, or that sees names which it introduces. */
  boolean leadElsewhere() {
    return leadElsewhere;
  }

  /** Whether it calls a method that may be one of {@code this}. */
  boolean callSelf() {
    return callSelf;
  }

  /** Whether a value is always the same, whatever is done with it. */
  static boolean isUnchangeable(Object value) {
    if (value instanceof RecordValue record) {
      return record.components().values().stream().allMatch(Effects::isUnchangeable);
    }
    if (value instanceof Collection<?> collection) {
      return collection.getClass().getName().startsWith("java.util.ImmutableCollections")
          && collection.stream().allMatch(Effects::isUnchangeable);
    }
    return value == null
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof String
        || value instanceof EnumValue
        || value instanceof ClassLiteral
        || value instanceof TypeElement
        || DslTypes.isInstance(value);
  }

  /** Whether an object holds any that can be changed. */
  static boolean hasChangeableParts(Object holder) {
    return parts(holder).map(all -> !all.stream().allMatch(Effects::isUnchangeable)).orElse(true);
  }

  /** Whether code that has an object may come from it to another. */
  static boolean mayReach(Object from, Object to) {
    return mayReach(from, to, DEEPEST);
  }

  private static boolean mayReach(Object from, Object to, int depth) {
    if (from == to || depth == 0) {
      return true;
    }
    if (isUnchangeable(from)) {
      return false;
    }
    return parts(from)
        .map(all -> all.stream().anyMatch(part -> mayReach(part, to, depth - 1)))
        .orElse(true);
  }

  /** What an object holds; empty if that is anyone's guess, as in a lambda. */
  private static Optional<Collection<?>> parts(Object holder) {
    if (holder instanceof RecordValue record) {
      return Optional.of(record.components().values());
    }
    if (holder instanceof JavaArray array) {
      return Optional.of(
          array.component().isPrimitive() ? List.of() : Arrays.asList(array.toArray()));
    }
    if (holder instanceof Optional<?> optional) {
      return Optional.of(optional.stream().toList());
    }
    if (holder instanceof Map<?, ?> map) {
      return Optional.of(map.values());
    }
    return holder instanceof Collection<?> collection ? elements(collection) : Optional.empty();
  }

  /** The elements of a collection; empty if it is a view of one that has changed since. */
  private static Optional<Collection<?>> elements(Collection<?> collection) {
    try {
      return Optional.of(new ArrayList<>(collection));
    } catch (ConcurrentModificationException stale) {
      return Optional.empty();
    }
  }

  private final class Scanner extends TreeScanner<Void, Void> {
    private int depthOfLambdas;

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      read.add(tree.getName().toString());
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (tree.getMethodSelect() instanceof IdentifierTree) {
        // The name of a method is no variable's.
        callSelf = true;
      } else if (tree.getMethodSelect() instanceof MemberSelectTree select
          && select.getExpression() instanceof IdentifierTree name
          && QUESTIONS.contains(select.getIdentifier().toString())) {
        asked.add(name.getName().toString());
      } else {
        scan(tree.getMethodSelect(), null);
      }
      return scan(tree.getArguments(), null);
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree tree, Void unused) {
      if (tree.getExpression() instanceof IdentifierTree name) {
        asked.add(name.getName().toString());
        return scan(tree.getIndex(), null);
      }
      return super.visitArrayAccess(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      assign(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      assign(tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            assign(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    private void assign(ExpressionTree target) {
      if (target instanceof IdentifierTree name) {
        assigned.add(name.getName().toString());
      } else if (target instanceof ArrayAccessTree cell) {
        scan(cell.getExpression(), null);
      }
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      depthOfLambdas++;
      super.visitLambdaExpression(tree, null);
      depthOfLambdas--;
      return null;
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      leave();
      return super.visitReturn(tree, null);
    }

    @Override
    public Void visitThrow(ThrowTree tree, Void unused) {
      leave();
      return super.visitThrow(tree, null);
    }

    @Override
    public Void visitBreak(BreakTree tree, Void unused) {
      leave();
      return null;
    }

    @Override
    public Void visitContinue(ContinueTree tree, Void unused) {
      leave();
      return null;
    }

    @Override
    public Void visitYield(YieldTree tree, Void unused) {
      leave();
      return super.visitYield(tree, null);
    }

    @Override
    public Void visitBindingPattern(BindingPatternTree tree, Void unused) {
      leave();
      return super.visitBindingPattern(tree, null);
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      leave();
      return null;
    }

    private void leave() {
      leadElsewhere |= depthOfLambdas == 0;
    }
  }
}
