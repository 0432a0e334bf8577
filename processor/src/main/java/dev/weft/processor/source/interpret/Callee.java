package dev.weft.processor.source.interpret;

import com.sun.source.tree.MethodTree;
import dev.weft.processor.source.resolve.Home;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * A method or constructor that is called.
 *
 * @param tree its text, or null for a constructor that nobody wrote
 * @param home where it stands
 * @param method its element, or null for what only the body of an enum constant declares
 */
record Callee(MethodTree tree, Home home, ExecutableElement method) {
  /** Whether it runs without an object. */
  boolean isStatic() {
    return method != null && method.getModifiers().contains(Modifier.STATIC);
  }

  /** Whether it returns nothing. */
  boolean isVoid() {
    return method == null
        ? tree.getReturnType().toString().equals("void")
        : method.getReturnType().getKind() == TypeKind.VOID;
  }
}
