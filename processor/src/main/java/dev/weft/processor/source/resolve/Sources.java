package dev.weft.processor.source.resolve;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The source of methods and fields, where it is part of the compilation. */
public final class Sources {
  /**
   * A method's source and where it stands.
   *
   * @param home the surroundings
   * @param tree the method
   */
  public record MethodSource(Home home, MethodTree tree) {}

  /**
   * A field's source and where it stands.
   *
   * @param home the surroundings
   * @param tree the field
   */
  public record FieldSource(Home home, VariableTree tree) {}

  private final Trees trees;
  private final Map<Element, Optional<TreePath>> paths = new HashMap<>();

  /** Sources as {@code trees} has them. */
  public Sources(Trees trees) {
    this.trees = trees;
  }

  /** The source of a method; empty if there is only a class file. */
  public Optional<MethodSource> of(ExecutableElement method) {
    return path(method)
        .filter(path -> path.getLeaf() instanceof MethodTree)
        .map(path -> new MethodSource(home(path, method), (MethodTree) path.getLeaf()));
  }

  /** The source of a field; empty if there is only a class file. */
  public Optional<FieldSource> of(VariableElement field) {
    return path(field)
        .filter(path -> path.getLeaf() instanceof VariableTree)
        .map(path -> new FieldSource(home(path, field), (VariableTree) path.getLeaf()));
  }

  private Optional<TreePath> path(Element element) {
    return paths.computeIfAbsent(element, each -> Optional.ofNullable(trees.getPath(each)));
  }

  private static Home home(TreePath path, Element member) {
    return new Home(path.getCompilationUnit(), (TypeElement) member.getEnclosingElement());
  }
}
