package dev.weft.processor.source.interpret;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.resolve.Home;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.tree.AnyMatch;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The methods in the bodies of enum constants: {@code SMALL { int width() { return 8; } }}. */
final class ConstantBodies {
  private final Machine machine;

  ConstantBodies(Machine machine) {
    this.machine = machine;
  }

  /** Where the body of a constant stands. */
  Home homeOf(EnumValue constant) {
    return machine.sources.of(constant.type()).orElseThrow().home();
  }

  /** The method of an object's own body that overrides another; empty if there is none. */
  Optional<MethodTree> override(Object self, ExecutableElement method) {
    return self instanceof EnumValue constant && constant.body() != null
        ? named(constant.body(), method.getSimpleName())
            .filter(each -> hasParameters(each, method, homeOf(constant)))
            .findFirst()
        : Optional.empty();
  }

  /** A method that perhaps only the body of an object declares. */
  Optional<MethodTree> own(Object self, String name, int arguments) {
    return self instanceof EnumValue constant && constant.body() != null
        ? named(constant.body(), name)
            .filter(each -> each.getParameters().size() == arguments)
            .findFirst()
        : Optional.empty();
  }

  private static Stream<MethodTree> named(ClassTree body, CharSequence name) {
    return body.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(each -> each.getName().contentEquals(name));
  }

  private boolean hasParameters(MethodTree tree, ExecutableElement method, Home home) {
    List<? extends VariableElement> parameters = method.getParameters();
    if (tree.getParameters().size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      VariableTree written = tree.getParameters().get(i);
      ValueType one = machine.valueTypes.of(written.getType(), home);
      ValueType other = ValueTypes.of(parameters.get(i).asType());
      boolean isVariable = other.mirror() != null && other.element() == null;
      if (!isVariable && !one.isSameErasure(other)) {
        return false;
      }
    }
    return true;
  }

  /** Whether code stands in the body of the object that runs it, where super is the enum. */
  boolean hold(Tree code, Object self) {
    return self instanceof EnumValue constant
        && constant.body() != null
        && new Search(code).isIn(constant.body());
  }

  private static final class Search extends AnyMatch {
    private final Tree sought;

    Search(Tree sought) {
      this.sought = sought;
    }

    @Override
    public Boolean scan(Tree tree, Void unused) {
      return tree == sought ? Boolean.TRUE : super.scan(tree, unused);
    }
  }
}
