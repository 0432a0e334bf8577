package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.RecordValue;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Runs a method on an object: one of the author's own, or one that Java gives to its class. */
final class Dispatch {
  private final Machine machine;

  Dispatch(Machine machine) {
    this.machine = machine;
  }

  /** Calls a method on an object. */
  Object invoke(
      ExecutableElement method, Object self, List<Object> arguments, Tree tree, Activation at) {
    String name = method.getSimpleName().toString();
    if (self instanceof Instance object
        && !isComponent(object, name, arguments)
        && isInherited(machine.members.implementation(object.type(), method))) {
      return inherited(object, name, arguments, tree, at);
    }
    return machine.helpers.invokeVirtual(method, self, arguments, tree, at);
  }

  /** Calls a method as the object's class inherits it from one of Java's. */
  Object inherited(Instance self, String name, List<Object> arguments, Tree tree, Activation at) {
    machine.budget.step(tree, at);
    return machine.library.guarded(
        () -> machine.objectMethods.inherited(self, name, arguments, tree, at),
        name,
        arguments,
        tree,
        at);
  }

  private boolean isComponent(Instance object, String name, List<Object> arguments) {
    return object instanceof RecordValue self
        && arguments.isEmpty()
        && self.components().containsKey(name);
  }

  /** Whether a method is Java's own: of Object, Enum or Record, or one that a record gets. */
  boolean isInherited(ExecutableElement method) {
    return Library.owns((TypeElement) method.getEnclosingElement())
        || Set.of("equals", "hashCode", "toString").contains(method.getSimpleName().toString())
            && machine.sources.of(method).isEmpty();
  }
}
