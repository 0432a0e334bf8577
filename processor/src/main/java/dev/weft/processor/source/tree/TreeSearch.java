package dev.weft.processor.source.tree;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Finds an element's declaration in a parsed file: types and fields by their names, methods by
 * their names and the simple names of their parameters' types.
 */
final class TreeSearch {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private TreeSearch(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  /** The declaration; empty if the file has none. */
  static Optional<Declared> find(
      CompilationUnitTree unit, Element element, SourcePositions positions) {
    return new TreeSearch(unit, positions).find(element).map(tree -> new Declared(unit, tree));
  }

  /** The type around an element that no other type is around; itself, if it is one. */
  static TypeElement topLevel(Element element) {
    Element each = element;
    while (!(each.getEnclosingElement() instanceof PackageElement)) {
      each = each.getEnclosingElement();
    }
    return (TypeElement) each;
  }

  private Optional<? extends Tree> find(Element element) {
    if (element instanceof TypeElement type) {
      return type(type);
    }
    if (!(element.getEnclosingElement() instanceof TypeElement owner)) {
      return Optional.empty();
    }
    Optional<ClassTree> around = type(owner);
    if (element instanceof VariableElement field) {
      return around.flatMap(tree -> field(tree, field));
    }
    return element instanceof ExecutableElement method
        ? around.flatMap(tree -> method(tree, method, owner))
        : Optional.empty();
  }

  private Optional<ClassTree> type(TypeElement type) {
    List<? extends Tree> siblings =
        type.getEnclosingElement() instanceof TypeElement outer
            ? type(outer).<List<? extends Tree>>map(ClassTree::getMembers).orElse(List.of())
            : isOfPackage(type.getEnclosingElement()) ? unit.getTypeDecls() : List.of();
    return siblings.stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(tree -> tree.getSimpleName().contentEquals(type.getSimpleName()))
        .findFirst();
  }

  private boolean isOfPackage(Element packageElement) {
    String written = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    return ((PackageElement) packageElement).getQualifiedName().contentEquals(written);
  }

  private static Optional<VariableTree> field(ClassTree owner, VariableElement field) {
    return owner.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(tree -> tree.getName().contentEquals(field.getSimpleName()))
        .findFirst();
  }

  private Optional<MethodTree> method(ClassTree owner, ExecutableElement method, TypeElement type) {
    return owner.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(tree -> tree.getName().contentEquals(method.getSimpleName()))
        .filter(tree -> declares(tree, method, type))
        .findFirst();
  }

  private boolean declares(MethodTree tree, ExecutableElement method, TypeElement type) {
    if (isCompact(tree, type)) {
      return isCanonical(method, type);
    }
    List<String> written =
        tree.getParameters().stream().map(each -> simpleName(each.getType())).toList();
    List<String> known =
        method.getParameters().stream().map(each -> simpleName(each.asType())).toList();
    return written.equals(known);
  }

  private static boolean isCanonical(ExecutableElement constructor, TypeElement record) {
    List<String> parameters =
        constructor.getParameters().stream().map(each -> simpleName(each.asType())).toList();
    List<String> components =
        record.getRecordComponents().stream().map(each -> simpleName(each.asType())).toList();
    return parameters.equals(components);
  }

  /** Whether this is {@code R {...}} in a record, which only the text tells from {@code R() {}}. */
  private boolean isCompact(MethodTree tree, TypeElement type) {
    if (type.getKind() != ElementKind.RECORD
        || tree.getReturnType() != null
        || !tree.getParameters().isEmpty()) {
      return false;
    }
    int start = (int) positions.getStartPosition(unit, tree);
    int body = (int) positions.getStartPosition(unit, tree.getBody());
    try {
      CharSequence text = unit.getSourceFile().getCharContent(true);
      Matcher head =
          Pattern.compile("\\b" + type.getSimpleName() + "\\s*$")
              .matcher(text.subSequence(start, body));
      return head.find();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String simpleName(Tree type) {
    if (type instanceof ArrayTypeTree array) {
      return simpleName(array.getType()) + "[]";
    }
    if (type instanceof ParameterizedTypeTree generic) {
      return simpleName(generic.getType());
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return simpleName(annotated.getUnderlyingType());
    }
    return type instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : type.toString();
  }

  private static String simpleName(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return simpleName(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      return declared.asElement().getSimpleName().toString();
    }
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(Locale.ROOT)
        : type.toString();
  }
}
