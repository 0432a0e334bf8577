package dev.weft.processor.source.resolve;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.source.tree.Absence;
import dev.weft.processor.source.tree.Declared;
import dev.weft.processor.source.tree.SourceTrees;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The source of types, methods and fields, where there is any: in this compilation, beside the
 * network's file, or packed into a jar.
 */
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

  /**
   * A type's source and where it stands.
   *
   * @param home the surroundings of its members
   * @param tree the type
   */
  public record TypeSource(Home home, ClassTree tree) {}

  private final SourceTrees trees;
  private final Map<Element, Optional<Declared>> known = new HashMap<>();

  /** Sources as {@code trees} has them. */
  public Sources(SourceTrees trees) {
    this.trees = trees;
  }

  /** The source of a method; empty if there is only a class file. */
  public Optional<MethodSource> of(ExecutableElement method) {
    return find(method)
        .filter(found -> found.tree() instanceof MethodTree)
        .map(found -> new MethodSource(homeIn(found, method), (MethodTree) found.tree()));
  }

  /** The source of a field; empty if there is only a class file. */
  public Optional<FieldSource> of(VariableElement field) {
    return find(field)
        .filter(found -> found.tree() instanceof VariableTree)
        .map(found -> new FieldSource(home(found, field), (VariableTree) found.tree()));
  }

  /**
   * The source of a type, such as another network's: its members in the order in which they are
   * written. Empty if there is only a class file.
   */
  public Optional<TypeSource> of(TypeElement type) {
    return find(type)
        .filter(found -> found.tree() instanceof ClassTree)
        .map(found -> new TypeSource(new Home(found.unit(), type), (ClassTree) found.tree()));
  }

  /** Why there is no source of an element. */
  public Absence whyAbsent(Element element) {
    return trees.whyAbsent(element);
  }

  private Optional<Declared> find(Element element) {
    Optional<Declared> found = known.get(element);
    if (found == null) {
      found = trees.find(element);
      known.put(element, found);
    }
    return found;
  }

  private static Home homeIn(Declared found, ExecutableElement method) {
    return new Home(found.unit(), (TypeElement) method.getEnclosingElement(), method);
  }

  private static Home home(Declared found, Element member) {
    return new Home(found.unit(), (TypeElement) member.getEnclosingElement());
  }
}
