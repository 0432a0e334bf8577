package dev.weft.processor.source.interpret;

import dev.weft.processor.source.value.ValueType;
import java.util.HashMap;
import java.util.Map;

/** The local variables of a block, and those of the blocks around it. */
final class Scope {
  /** A local variable. */
  static final class Variable {
    private final ValueType type;
    private Object value;
    private boolean isAssigned;

    Variable(ValueType type) {
      this.type = type;
    }

    ValueType type() {
      return type;
    }

    Object value() {
      return value;
    }

    boolean isAssigned() {
      return isAssigned;
    }

    void assign(Object newValue) {
      value = newValue;
      isAssigned = true;
    }
  }

  private final Scope outer;
  private final Map<String, Variable> variables = new HashMap<>(4);

  Scope(Scope outer) {
    this.outer = outer;
  }

  Variable declare(String name, ValueType type) {
    Variable variable = new Variable(type);
    variables.put(name, variable);
    return variable;
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
