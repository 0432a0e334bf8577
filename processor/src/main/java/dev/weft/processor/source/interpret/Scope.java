package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.ValueType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The local variables of a block, and those of the blocks around it. */
final class Scope {
  /** A local variable. */
  static final class Variable {
    private final ValueType type;
    private final boolean isConstant;
    private Object value;
    private Tree assignment;
    private boolean isAssigned;
    private boolean isLost;

    Variable(ValueType type, boolean isConstant) {
      this.type = type;
      this.isConstant = isConstant;
    }

    ValueType type() {
      return type;
    }

    /** Whether Java counts the variable as a constant: it is final, and so is its value. */
    boolean isConstant() {
      return isConstant;
    }

    Object value() {
      return value;
    }

    boolean isAssigned() {
      return isAssigned;
    }

    /** Where the value was written; empty if it was handed over. */
    Optional<Tree> assignment() {
      return Optional.ofNullable(assignment);
    }

    void assign(Object newValue) {
      assign(newValue, null);
    }

    void assign(Object newValue, Tree at) {
      value = newValue;
      assignment = at;
      isAssigned = true;
      isLost = false;
    }

    /** Whether a mistake keeps anyone from knowing what the value is. */
    boolean isLost() {
      return isLost;
    }

    void lose() {
      isLost = true;
    }
  }

  private final Scope outer;
  private final Map<String, Variable> variables = new HashMap<>(4);

  Scope(Scope outer) {
    this.outer = outer;
  }

  Variable declare(String name, ValueType type) {
    return declare(name, type, false);
  }

  Variable declare(String name, ValueType type, boolean isConstant) {
    Variable variable = new Variable(type, isConstant);
    variables.put(name, variable);
    return variable;
  }

  /** Ends a variable of this very scope. */
  void forget(String name) {
    variables.remove(name);
  }

  /** Keeps a variable of an inner scope. */
  void adopt(String name, Scope inner) {
    variables.put(name, inner.variables.get(name));
  }

  /** The names of all variables that are seen here. */
  Set<String> names() {
    Set<String> names = outer == null ? new HashSet<>() : outer.names();
    names.addAll(variables.keySet());
    return names;
  }

  /** The variable of that name, or null. */
  Variable find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Variable variable = scope.variables.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }
}
