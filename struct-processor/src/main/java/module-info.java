/**
 * The annotation processor of Ashlar, for compile time only.
 *
 * <p>JavaPoet names its module but does not declare it; nothing of it shows outside of this one.
 */
@SuppressWarnings("requires-automatic")
module dev.ashlar.processor {
    requires com.palantir.javapoet;
    requires dev.ashlar.core;
    requires java.compiler;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with
            dev.ashlar.processor.StructProcessor;
}
