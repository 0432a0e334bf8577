package dev.weft.processor.emit;

import dev.weft.processor.emit.code.ClassName;
import java.util.Optional;

/**
 * The class to be written for a declaration.
 *
 * @param name its name
 * @param declaration the annotated interface
 * @param isPublic whether it is public, as its declaration is
 * @param generatedAnnotation the platform's {@code @Generated}, if the compilation can see it
 */
public record GeneratedClass(
    ClassName name,
    ClassName declaration,
    boolean isPublic,
    Optional<ClassName> generatedAnnotation) {}
