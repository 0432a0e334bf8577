package dev.weft.processor.source;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Network;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Detail;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.tree.Absence;
import dev.weft.processor.source.tree.AnyMatch;
import dev.weft.processor.source.tree.Declared;
import dev.weft.processor.source.tree.SourceTrees;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds what is wrong with a stage, or a helper, before its layer is read. */
final class StageChecks {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> OF_OBJECT = Set.of("clone", "finalize");

  private final SourceTrees trees;
  private final Places places;

  StageChecks(SourceTrees trees, Places places) {
    this.trees = trees;
    this.places = places;
  }

  /**
   * The mistake of a default method that takes parameters and that nothing calls by its name: it
   * was most likely meant as a stage, which it is not.
   */
  Optional<Located> uncalled(ExecutableElement method) {
    Optional<Declared> source = trees.find(method);
    if (!StageMethods.takesArguments(method)
        || !StageMethods.returnsLayer(method)
        || method.getAnnotation(Override.class) != null
        || source.isEmpty()
        || isNamedOutside(source.get(), method.getSimpleName())) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    return misuse(
        places.of(method),
        "nothing calls `" + name + "`, which is no stage because it takes parameters",
        new Fix("make it a stage without parameters", "default Layer " + name + "()", null),
        Fix.of("keep it as a helper for later, static in place of default"));
  }

  private static boolean isNamedOutside(Declared method, Name name) {
    return new Mentions(method.tree(), name).isIn(method.unit());
  }

  /** Finds the name of a method outside of its own declaration. */
  private static final class Mentions extends AnyMatch {
    private final Tree own;
    private final Name name;

    private Mentions(Tree own, Name name) {
      this.own = own;
      this.name = name;
    }

    @Override
    public Boolean visitMethod(MethodTree tree, Void unused) {
      return tree == own ? Boolean.FALSE : super.visitMethod(tree, null);
    }

    @Override
    public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
      return tree.getName().contentEquals(name);
    }

    @Override
    public Boolean visitMemberSelect(MemberSelectTree tree, Void unused) {
      return reduce(tree.getIdentifier().contentEquals(name), super.visitMemberSelect(tree, null));
    }

    @Override
    public Boolean visitMemberReference(MemberReferenceTree tree, Void unused) {
      return reduce(tree.getName().contentEquals(name), super.visitMemberReference(tree, null));
    }
  }

  /** What makes a stage unreadable. */
  Optional<Located> misuse(ExecutableElement method, TypeElement network) {
    boolean isInherited = !method.getEnclosingElement().equals(network);
    return (isInherited ? misuseOfInherited(method, network) : Optional.<Located>empty())
        .or(() -> misuseOfForm(method))
        .or(() -> misuseOfSignature(method));
  }

  private Optional<Located> misuseOfInherited(ExecutableElement method, TypeElement network) {
    String name = method.getSimpleName().toString();
    Element owner = method.getEnclosingElement();
    String inherits =
        "the network inherits the stage `" + name + "` from `" + owner.getSimpleName() + "`, ";
    if (trees.find(method).isEmpty()) {
      Absence absence = trees.whyAbsent(owner);
      return misuse(
          places.of(network), inherits + "but " + absence.headline(), Fix.of(absence.wayOut()));
    }
    if (isAbstract(method) && AnnotatedStages.annotations(method).isEmpty()) {
      return misuse(
          places.of(network),
          inherits + "which has no layer there",
          new Fix("declare it in the network", "@Relu Layer " + name + "();", null));
    }
    return Optional.empty();
  }

  /**
   * The mistake of a stage that superinterfaces declare with other annotations: of two bodies javac
   * itself demands that the network declares it.
   *
   * @param rivals the declarations of which none overrides another
   */
  Optional<Located> ambiguous(
      ExecutableElement stage, List<ExecutableElement> rivals, TypeElement network) {
    List<ExecutableElement> different =
        rivals.stream()
            .filter(method -> isAbstract(method) && !AnnotatedStages.annotations(method).isEmpty())
            .filter(method -> method == stage || !written(method).equals(written(stage)))
            .limit(2)
            .toList();
    if (different.size() < 2) {
      return Optional.empty();
    }
    String name = stage.getSimpleName().toString();
    List<String> owners =
        different.stream()
            .map(method -> "`" + method.getEnclosingElement().getSimpleName() + "`")
            .toList();
    String edit = written(different.get(0)) + " Layer " + name + "();";
    Located located =
        Located.of(
            Code.MISUSE,
            places.of(network),
            List.of(),
            "the network inherits the stage `%s` from %s, which declare it differently"
                .formatted(name, String.join(" and ", owners)),
            new Fix("declare it in the network, which overrides both", edit, null));
    for (ExecutableElement method : different) {
      located = located.with(declaration(method));
    }
    return Optional.of(located);
  }

  private Detail declaration(ExecutableElement method) {
    String place = places.of(method).reference();
    return new Detail(
        method.getEnclosingElement().getSimpleName().toString(),
        null,
        null,
        written(method) + " (" + place + ")");
  }

  /** The annotations that say what a stage is, without their packages. */
  private static String written(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(AnnotationMirror::toString)
        .filter(annotation -> annotation.startsWith("@" + Network.class.getPackageName()))
        .map(annotation -> annotation.replaceAll("\\b[a-z]\\w*\\.", ""))
        .collect(Collectors.joining(" "));
  }

  private Optional<Located> misuseOfForm(ExecutableElement method) {
    boolean isAnnotated = !AnnotatedStages.annotations(method).isEmpty();
    String name = method.getSimpleName().toString();
    boolean hasBody = !isAbstract(method) || hasForbiddenBody(method);
    if (hasBody && isAnnotated) {
      return misuse(
          places.of(method),
          "the stage `" + name + "` has both a layer annotation and a body",
          Fix.of("remove the body, or the annotation"));
    }
    if (hasForbiddenBody(method)) {
      return misuse(
          places.of(method), bodyHeadline(method), new Fix("say so", opened(method), null));
    }
    if (isAbstract(method) && !isAnnotated) {
      return misuse(
          places.of(method),
          "the abstract stage `" + name + "` has no layer annotation",
          new Fix(
              "annotate it with a layer, or give it a body", "@Relu Layer " + name + "();", null));
    }
    if (!isAbstract(method) && !method.isDefault()) {
      return misuse(
          places.of(method),
          "the helper `" + name + "` has an annotation of a stage",
          Fix.of("remove the annotation, or make it a default method"));
    }
    return Optional.empty();
  }

  /**
   * Whether an abstract method has a body all the same, as one whose {@code default} was left out.
   */
  private boolean hasForbiddenBody(ExecutableElement method) {
    return isAbstract(method)
        && trees
            .find(method)
            .filter(found -> found.tree() instanceof MethodTree tree && tree.getBody() != null)
            .isPresent();
  }

  private static String bodyHeadline(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return method.getParameters().isEmpty()
        ? "the stage `" + name + "` has a body, but is not a default method"
        : "the helper `" + name + "` has a body, but is not static";
  }

  /** The head of a method with the modifier that its body needs. */
  private static String opened(ExecutableElement method) {
    String modifier = method.getParameters().isEmpty() ? "default " : "static ";
    return modifier
        + simple(method.getReturnType())
        + " "
        + method.getSimpleName()
        + method.getParameters().stream()
            .map(parameter -> simple(parameter.asType()) + " " + parameter.getSimpleName())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private Optional<Located> misuseOfSignature(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (!method.getParameters().isEmpty()) {
      return misuse(
          places.of(method),
          "the stage `" + name + "` takes parameters",
          Fix.of("remove them; a helper method with parameters is static, private or default"));
    }
    if (!StageMethods.returnsLayer(method)) {
      return misuse(
          places.of(method),
          "the stage `"
              + name
              + "` returns "
              + simple(method.getReturnType())
              + " in place of a layer",
          Fix.of("return Layer; or make it a helper, static or private"));
    }
    return Optional.empty();
  }

  /** The mistake of a name that the generated class cannot use; the layer is read all the same. */
  Optional<Located> misnamed(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (NAME.matcher(name).matches() && !OF_OBJECT.contains(name)) {
      return Optional.empty();
    }
    return misuse(
        places.of(method),
        "a stage cannot be called `" + name + "`",
        Fix.of("use another name of letters, digits and underscores"));
  }

  private static boolean isAbstract(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT);
  }

  /** A type as a person writes it, without packages: {@code List<Layer>}. */
  private static String simple(TypeMirror type) {
    return type.toString().replaceAll("\\b[a-z]\\w*\\.", "");
  }

  private static Optional<Located> misuse(Place place, String headline, Fix... fixes) {
    return Optional.of(Located.of(Code.MISUSE, place, List.of(), headline, fixes));
  }
}
