package dev.weft.processor.source.interpret;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.Operators;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Both forms of switch, as statements and as expressions. */
final class Switches {
  private final Machine machine;
  private final Map<CaseTree, CaseLabels> labels = new IdentityHashMap<>();
  private final Map<SwitchExpressionTree, SwitchArms> arms = new IdentityHashMap<>();

  Switches(Machine machine) {
    this.machine = machine;
  }

  Completion statement(SwitchTree tree, Activation at) {
    Completion completion = run(tree.getExpression(), tree.getCases(), at);
    return completion != null && !completion.breaks(null) ? completion : Completion.NORMAL;
  }

  Object expression(SwitchExpressionTree tree, Activation at) {
    Object value = withTarget(tree, at);
    SwitchArms all = arms.computeIfAbsent(tree, SwitchArms::of);
    return machine.alternatives.unify(
        value, all.values(), false, tree, machine.staticTypes.inside(all, at));
  }

  /** The value of a switch whose arms are each assigned to what the whole is assigned to. */
  Object withTarget(SwitchExpressionTree tree, Activation at) {
    Completion completion = run(tree.getExpression(), tree.getCases(), at);
    if (completion == null || completion.kind() != Completion.Kind.YIELD) {
      throw machine.mistakes.exception(tree, at, "no case of the switch matches");
    }
    return completion.value();
  }

  /** How the matching case ended, or null if none matches. */
  private Completion run(ExpressionTree selector, List<? extends CaseTree> cases, Activation at) {
    Object value = machine.eval(selector, at);
    Activation body = at.nested();
    int start = matching(cases, value, selector, body);
    if (start < 0) {
      return null;
    }
    if (cases.get(start).getCaseKind() == CaseTree.CaseKind.RULE) {
      return rule(cases.get(start).getBody(), body);
    }
    cases.subList(0, start).forEach(skipped -> declareVariables(skipped, body));
    for (CaseTree each : cases.subList(start, cases.size())) {
      for (StatementTree statement : each.getStatements()) {
        Completion completion = machine.run(statement, body);
        if (!completion.isNormal()) {
          return completion;
        }
      }
    }
    return Completion.NORMAL;
  }

  /** The variables of a case are known in those after it, even if it does not run. */
  private void declareVariables(CaseTree skipped, Activation inside) {
    for (StatementTree statement : skipped.getStatements()) {
      if (statement instanceof VariableTree variable) {
        ValueType type = machine.declaredType(variable, inside);
        inside.scope().declare(variable.getName().toString(), type);
      }
    }
  }

  private Completion rule(Tree body, Activation at) {
    return body instanceof ExpressionTree expression
        ? Completion.yielding(machine.evalForTarget(expression, at))
        : machine.run((StatementTree) body, at);
  }

  private int matching(
      List<? extends CaseTree> cases, Object value, ExpressionTree selector, Activation body) {
    int otherwise = -1;
    boolean takesNull = false;
    for (int i = 0; i < cases.size(); i++) {
      CaseLabels label = labels.computeIfAbsent(cases.get(i), CaseLabels::of);
      if (label.isDefault()) {
        otherwise = i;
      }
      takesNull |= label.constants().stream().anyMatch(Switches::isNull);
      if (value == null && !takesNull) {
        continue;
      }
      if (matches(label, value, body)) {
        return i;
      }
    }
    if (value == null && !takesNull) {
      Tree inside = selector instanceof ParenthesizedTree p ? p.getExpression() : selector;
      throw machine.mistakes.exception(inside, body, "a switch over null");
    }
    return otherwise;
  }

  private static boolean isNull(ExpressionTree label) {
    return label.getKind() == Tree.Kind.NULL_LITERAL;
  }

  private boolean matches(CaseLabels label, Object value, Activation body) {
    for (ExpressionTree constant : label.constants()) {
      if (isNull(constant) ? value == null : value != null && matches(constant, value, body)) {
        return holds(label.guard(), body);
      }
    }
    for (Tree pattern : label.patterns()) {
      if (value != null
          && machine.patterns.matches(pattern, value, null, body)
          && holds(label.guard(), body)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(ExpressionTree guard, Activation body) {
    return guard == null || machine.conditions.test(guard, body);
  }

  private boolean matches(ExpressionTree label, Object value, Activation at) {
    if (value instanceof EnumValue constant) {
      return simpleName(label).equals(constant.name());
    }
    if (value instanceof Enum<?> constant) {
      return simpleName(label).equals(constant.name());
    }
    Object expected = machine.eval(label, at);
    if (Prim.of(value) != null && Prim.of(expected) != null) {
      return Boolean.TRUE.equals(Operators.binary(Tree.Kind.EQUAL_TO, value, expected));
    }
    return value.equals(expected);
  }

  private static String simpleName(ExpressionTree label) {
    if (label instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return label instanceof IdentifierTree name ? name.getName().toString() : "";
  }
}
