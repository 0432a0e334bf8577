package dev.weft.processor.source.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Source that lies beside class files, under the name of its top-level type: other builds have the
 * class path only, and read it there.
 */
public final class PackedSources {
  private static final String EXTENSION = ".weftsrc";

  private final Filer filer;
  private final Elements elements;
  private final Set<String> written = new HashSet<>();

  PackedSources(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** The source of a top-level type, from the class path or the module path. */
  Optional<TextFile> find(TypeElement topLevel) {
    String packageName = packageName(topLevel);
    ModuleElement module = elements.getModuleOf(topLevel);
    return module == null || module.isUnnamed()
        ? read(StandardLocation.CLASS_PATH, packageName, topLevel)
        : read(StandardLocation.MODULE_PATH, module + "/" + packageName, topLevel);
  }

  private Optional<TextFile> read(
      StandardLocation location, String packageName, TypeElement topLevel) {
    try {
      FileObject resource =
          filer.getResource(location, packageName, topLevel.getSimpleName() + EXTENSION);
      try (InputStream stream = resource.openInputStream()) {
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        // Not the URI of the resource: one inside a jar has no path, which javac asks for.
        URI uri = URI.create("weft:///" + topLevel.getQualifiedName() + EXTENSION);
        return Optional.of(new TextFile(uri, name(resource), text));
      }
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException absent) {
      return Optional.empty();
    }
  }

  /** {@code /lib/blocks.jar!/lib/Blocks.weftsrc}. */
  private static String name(FileObject resource) {
    return resource.toUri().getSchemeSpecificPart().replaceFirst("^(file:)?/+", "/");
  }

  /**
   * Writes the source of a top-level type into the class output, once.
   *
   * @throws IOException if it cannot be written
   */
  public void write(TypeElement topLevel, CharSequence text) throws IOException {
    if (!written.add(topLevel.getQualifiedName().toString())) {
      return;
    }
    FileObject resource =
        filer.createResource(
            StandardLocation.CLASS_OUTPUT,
            packageName(topLevel),
            topLevel.getSimpleName() + EXTENSION,
            topLevel);
    // Not openWriter, which writes in the encoding of this build; readers have theirs.
    try (OutputStream stream = resource.openOutputStream()) {
      stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String packageName(TypeElement topLevel) {
    return ((PackageElement) topLevel.getEnclosingElement()).getQualifiedName().toString();
  }
}
