package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.processor.source.interpret.library.JdkLibrary;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.RecordValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;

/**
 * The methods that every object has, and {@code compareTo}. Collections of the JDK call them too,
 * so they find the place to blame by themselves: the expression that is being evaluated.
 */
final class ObjectMethods implements Instance.Methods {
  private static final String OBJECT = "java.lang.Object";

  private final Machine machine;

  ObjectMethods(Machine machine) {
    this.machine = machine;
  }

  @Override
  public boolean equal(Instance self, Object other) {
    Optional<ExecutableElement> own = own(self, OBJECT, "equals");
    return own.isPresent() ? (Boolean) invoke(own.get(), self, other) : isEqualRecord(self, other);
  }

  private boolean isEqualRecord(Instance self, Object other) {
    return self instanceof RecordValue one
        && other instanceof RecordValue two
        && one.type().equals(two.type())
        && charged("equals", one, () -> one.values().equals(two.values()));
  }

  /** A record's is the one that the JVM computes, for the order of hash sets depends on it. */
  @Override
  public int hash(Instance self) {
    Optional<ExecutableElement> own = own(self, OBJECT, "hashCode");
    if (own.isPresent()) {
      return (Integer) invoke(own.get(), self);
    }
    return self instanceof RecordValue fields
        ? charged("hashCode", fields, () -> hash(fields))
        : System.identityHashCode(self);
  }

  private static int hash(RecordValue self) {
    int hash = 0;
    for (Object component : self.values()) {
      hash = 31 * hash + Objects.hashCode(component);
    }
    return hash;
  }

  /** Objects and constants hash by their identity, which differs from run to run. */
  @Override
  public boolean hasFixedHash(Instance self) {
    return own(self, OBJECT, "hashCode").isPresent() || isFixedRecord(self);
  }

  private boolean isFixedRecord(Instance self) {
    return self instanceof RecordValue fields
        && charged(
            "hashCode", fields, () -> fields.values().stream().allMatch(JdkLibrary::hasFixedHash));
  }

  @Override
  public String text(Instance self) {
    Optional<ExecutableElement> own = own(self, OBJECT, "toString");
    return own.isPresent() ? (String) invoke(own.get(), self) : inheritedText(self);
  }

  private String inheritedText(Instance self) {
    if (self instanceof EnumValue constant) {
      return constant.name();
    }
    if (self instanceof RecordValue fields) {
      return charged("toString", fields, () -> text(fields));
    }
    throw unknown(self, "toString", machine.budget.tree(), machine.budget.activation());
  }

  private String text(RecordValue self) {
    Tree tree = machine.budget.tree();
    Activation at = machine.budget.activation();
    StringBuilder text = new StringBuilder(self.type().getSimpleName()).append('[');
    String separator = "";
    for (Map.Entry<String, Object> component : self.components().entrySet()) {
      String value = machine.conversions.text(component.getValue(), tree, at);
      text.append(separator).append(component.getKey()).append('=').append(value);
      machine.budget.characters(text.length(), value.length(), tree, at);
      separator = ", ";
    }
    return text.append(']').toString();
  }

  @Override
  public int compare(Instance self, Object other) {
    if (self instanceof EnumValue one && other instanceof EnumValue two) {
      return one.ordinal() - two.ordinal();
    }
    Optional<ExecutableElement> own = own(self, "java.lang.Comparable", "compareTo");
    if (own.isEmpty()) {
      throw new ClassCastException(
          "class " + self.type() + " cannot be cast to class java.lang.Comparable");
    }
    return (Integer) invoke(own.get(), self, other);
  }

  /** Runs a method that Java writes, as a call: what it is called on may hold itself. */
  private <T> T charged(String name, RecordValue self, Supplier<T> method) {
    Tree tree = machine.budget.tree();
    Activation at = machine.budget.activation();
    machine.budget.steps(self.values().size(), tree, at);
    return machine.budget.call(tree, at, name, method);
  }

  /** The method that the object's own class writes for one of Java's. */
  private Optional<ExecutableElement> own(Instance self, String supertype, String name) {
    return machine
        .members
        .implementation(self.type(), supertype, name)
        .filter(
            method ->
                machine.sources.of(method).isPresent()
                    || machine.bodies.override(self, method).isPresent());
  }

  private Object invoke(ExecutableElement method, Instance self, Object... arguments) {
    return machine.helpers.invokeVirtual(
        method, self, Arrays.asList(arguments), machine.budget.tree(), machine.budget.activation());
  }

  /** A method as the class inherits it from one of Java's, whether it overrides it or not. */
  Object inherited(Instance self, String name, List<Object> arguments, Tree tree, Activation at) {
    Object first = arguments.isEmpty() ? null : arguments.get(0);
    Object result =
        switch (name) {
          case "equals" -> self == first || isEqualRecord(self, first);
          case "toString" -> inheritedText(self);
          case "hashCode" -> isFixedRecord(self) ? hash((RecordValue) self) : null;
          default -> self instanceof EnumValue constant ? ofEnum(constant, name, first) : null;
        };
    if (result == null) {
      throw unknown(self, name, tree, at);
    }
    return result;
  }

  private static Object ofEnum(EnumValue self, String name, Object first) {
    return switch (name) {
      case "name" -> self.name();
      case "ordinal" -> self.ordinal();
      case "compareTo" -> self.compareTo(Objects.requireNonNull(first));
      default -> null;
    };
  }

  private Mistake unknown(Instance self, String name, Tree tree, Activation at) {
    String type = self.type().getSimpleName().toString();
    return machine.mistakes.notInterpretable(
        tree,
        at,
        "`" + name + "` of `" + type + "` is not known before it runs",
        name.equals("toString") || name.equals("hashCode")
            ? "write the method in `" + type + "` itself"
            : "write a method of your own in `" + type + "`");
  }
}
