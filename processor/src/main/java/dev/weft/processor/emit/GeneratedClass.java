package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * The class to be written for a declaration.
 *
 * @param name its name
 * @param declaration the annotated interface
 * @param isPublic whether it is public, as its declaration is
 * @param generatedAnnotation the platform's {@code @Generated}, if the compilation can see it
 * @param originatingElement the element of the declaration, for incremental builds
 */
public record GeneratedClass(
    ClassName name,
    ClassName declaration,
    boolean isPublic,
    Optional<ClassName> generatedAnnotation,
    Element originatingElement) {}
