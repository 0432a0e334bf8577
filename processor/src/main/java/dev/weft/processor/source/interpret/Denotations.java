package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import dev.weft.processor.source.resolve.Home;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Whether the expression before a dot is a type or a value. */
final class Denotations {
  private final Machine machine;

  Denotations(Machine machine) {
    this.machine = machine;
  }

  /** The type that an expression names; empty if it is a value or a package. */
  Optional<TypeElement> type(ExpressionTree tree, Activation at) {
    if (tree instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      return isValue(name, at) ? Optional.empty() : machine.names.type(name, at.home());
    }
    if (tree instanceof MemberSelectTree select) {
      String name = select.getIdentifier().toString();
      Optional<TypeElement> outer = type(select.getExpression(), at);
      if (outer.isPresent()) {
        return machine.members.field(outer.get(), name).isPresent()
            ? Optional.empty()
            : machine.members.type(outer.get(), name);
      }
      return isPackage(select.getExpression(), at)
          ? machine.names.qualifiedType(select.toString(), at.home())
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether this is the qualified name of something that does not exist. */
  boolean isUnknownType(ExpressionTree tree, Activation at) {
    return type(tree, at).isEmpty() && isPackage(tree, at);
  }

  private boolean isPackage(ExpressionTree tree, Activation at) {
    if (tree instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      return !isValue(name, at) && machine.names.type(name, at.home()).isEmpty();
    }
    return tree instanceof MemberSelectTree select
        && isPackage(select.getExpression(), at)
        && machine.names.qualifiedType(select.getExpression().toString(), at.home()).isEmpty();
  }

  private boolean isValue(String name, Activation at) {
    Home home = at.home();
    return name.equals("this")
        || name.equals("super")
        || at.scope().find(name) != null
        || machine.names.field(name, home).isPresent();
  }
}
