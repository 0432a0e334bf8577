package dev.weft.processor.source.interpret;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Prim;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * {@code remove(1)} of a list removes what stands at the index, {@code remove(Integer.valueOf(1))}
 * the element 1, and that of a collection always the element: the declared types tell.
 */
final class Removals {
  private final Machine machine;

  Removals(Machine machine) {
    this.machine = machine;
  }

  /** Whether a call removes the element that is its argument, and not the one at that index. */
  boolean isOfElement(
      Object receiver, String name, List<Object> arguments, Tree tree, Activation at) {
    if (!(receiver instanceof List) || !name.equals("remove") || arguments.size() != 1) {
      return false;
    }
    Prim prim = Prim.of(arguments.get(0));
    return prim != null
        && prim.widensTo(Prim.INT)
        && ofTypes(tree, at).orElseThrow(() -> unclear(tree, at));
  }

  private Optional<Boolean> ofTypes(Tree tree, Activation at) {
    if (!(tree instanceof MethodInvocationTree call)
        || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    Optional<TypeMirror> argument = machine.staticTypes.of(call.getArguments().get(0), at);
    if (argument.isPresent() && !argument.get().getKind().isPrimitive()) {
      return Optional.of(true);
    }
    Optional<Boolean> isNoList =
        machine.staticTypes.element(select.getExpression(), at).map(type -> !isList(type));
    return argument.isPresent() ? isNoList : isNoList.filter(certain -> certain);
  }

  private boolean isList(TypeElement type) {
    return machine.members.hierarchy(type).stream()
        .anyMatch(each -> each.getQualifiedName().contentEquals("java.util.List"));
  }

  private Mistake unclear(Tree tree, Activation at) {
    return machine.mistakes.notInterpretable(
        tree,
        at,
        "whether `remove` takes an index or an element depends on the declared types",
        "write `remove((int) i)` for an index, `remove((Integer) i)` for an element, on a"
            + " variable of type List");
  }
}
