package dev.weft.processor.source.tree;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;

/** Finds an annotation, and a value in it, in the source of what it stands on. */
final class AnnotationTrees {
  private AnnotationTrees() {}

  /** The annotations that are written on a declaration. */
  static List<? extends AnnotationTree> on(Tree declaration) {
    ModifiersTree modifiers = null;
    if (declaration instanceof MethodTree method) {
      modifiers = method.getModifiers();
    } else if (declaration instanceof ClassTree type) {
      modifiers = type.getModifiers();
    } else if (declaration instanceof VariableTree variable) {
      modifiers = variable.getModifiers();
    }
    return modifiers == null ? List.of() : modifiers.getAnnotations();
  }

  /** The tree of the annotation. */
  static Optional<? extends AnnotationTree> find(Tree declaration, AnnotationMirror annotation) {
    String name = annotation.getAnnotationType().asElement().getSimpleName().toString();
    return on(declaration).stream().filter(tree -> name(tree).equals(name)).findFirst();
  }

  private static String name(AnnotationTree tree) {
    return tree.getAnnotationType() instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : tree.getAnnotationType().toString();
  }

  /** The tree of a value, or of a part of an array's value; the annotation's if it has none. */
  static Tree find(AnnotationTree tree, AnnotationMirror annotation, AnnotationValue value) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      Optional<? extends ExpressionTree> written =
          written(tree, entry.getKey().getSimpleName().toString());
      if (written.isPresent()) {
        if (entry.getValue() == value) {
          return written.get();
        }
        if (entry.getValue().getValue() instanceof List<?> parts && parts.contains(value)) {
          return part(written.get(), parts.indexOf(value));
        }
      }
    }
    return tree;
  }

  private static Optional<? extends ExpressionTree> written(AnnotationTree tree, String name) {
    for (ExpressionTree argument : tree.getArguments()) {
      if (!(argument instanceof AssignmentTree assignment)) {
        return name.equals("value") ? Optional.of(argument) : Optional.empty();
      }
      if (assignment.getVariable().toString().equals(name)) {
        return Optional.of(assignment.getExpression());
      }
    }
    return Optional.empty();
  }

  private static Tree part(ExpressionTree written, int index) {
    return written instanceof NewArrayTree array && index < array.getInitializers().size()
        ? array.getInitializers().get(index)
        : written;
  }
}
