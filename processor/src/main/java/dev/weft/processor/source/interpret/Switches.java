package dev.weft.processor.source.interpret;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.Operators;
import dev.weft.processor.source.value.Prim;
import java.util.List;

/** Both forms of switch, as statements and as expressions. */
final class Switches {
  private final Machine machine;

  Switches(Machine machine) {
    this.machine = machine;
  }

  Completion statement(SwitchTree tree, Activation at) {
    Completion completion = run(tree.getExpression(), tree.getCases(), at);
    return completion != null && !completion.breaks(null) ? completion : Completion.NORMAL;
  }

  Object expression(SwitchExpressionTree tree, Activation at) {
    Completion completion = run(tree.getExpression(), tree.getCases(), at);
    if (completion == null || completion.kind() != Completion.Kind.YIELD) {
      throw machine.mistakes.exception(tree, at, "no case of the switch matches");
    }
    List<ExpressionTree> arms = SwitchArms.of(tree);
    Taken taken = (Taken) completion.value();
    return machine.conversions.unify(taken.value(), taken.arm(), arms, tree, at);
  }

  /** A yielded value and the expression it comes from. */
  record Taken(Object value, ExpressionTree arm) {}

  /** How the matching case ended, or null if none matches. */
  private Completion run(ExpressionTree selector, List<? extends CaseTree> cases, Activation at) {
    Object value = machine.eval(selector, at);
    if (value == null) {
      throw machine.mistakes.exception(selector, at, "a switch over null");
    }
    int start = matching(cases, value, at);
    if (start < 0) {
      return null;
    }
    Activation inside = at.nested();
    if (cases.get(start).getCaseKind() == CaseTree.CaseKind.RULE) {
      return rule(cases.get(start).getBody(), inside);
    }
    for (CaseTree each : cases.subList(start, cases.size())) {
      for (StatementTree statement : each.getStatements()) {
        Completion completion = machine.run(statement, inside);
        if (!completion.isNormal()) {
          return completion;
        }
      }
    }
    return Completion.NORMAL;
  }

  private Completion rule(Tree body, Activation at) {
    return body instanceof ExpressionTree expression
        ? Completion.yielding(new Taken(machine.eval(expression, at), expression))
        : machine.run((StatementTree) body, at);
  }

  private int matching(List<? extends CaseTree> cases, Object value, Activation at) {
    int otherwise = -1;
    for (int i = 0; i < cases.size(); i++) {
      CaseLabels labels = CaseLabels.of(cases.get(i));
      if (labels.hasPattern()) {
        throw machine.mistakes.notInterpretable(
            cases.get(i),
            at,
            "a declaration cannot contain a case with a pattern",
            "switch over a number, a string or an enum");
      }
      if (labels.isDefault()) {
        otherwise = i;
      }
      for (ExpressionTree label : labels.constants()) {
        if (matches(label, value, at)) {
          return i;
        }
      }
    }
    return otherwise;
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
