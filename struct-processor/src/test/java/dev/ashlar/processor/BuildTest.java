package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What build tools rely on. */
class BuildTest {
    private static final String[] STRUCTS = {
        Snippet.inPackage("@Struct record Person(int id, double height) {}"),
        Snippet.inPackage(
                "class Outer { @Struct record City(@Length(9) String name) {} @Struct record Road(int id) {} }")
    };

    private static final String[] HOLDERS = {
        Snippet.inPackage("@Struct record Holder(Held one, @Length(2) Held[] more) {}"),
        Snippet.inPackage("@Struct record Held(int id) {}")
    };

    @Test
    void sources_whenCompiledTwice_areTheSame() {
        List<String> first = Compiled.generatedBytes(Compiled.of(STRUCTS));
        assertThat(first).hasSize(6).isEqualTo(Compiled.generatedBytes(Compiled.of(STRUCTS)));
    }

    @Test
    void files_haveTheStructAsTheirOnlyOrigin() {
        List<String> origins = new ArrayList<>();
        Compiled.with(List.of(new Watched(origins)), STRUCTS);
        assertThat(origins)
                .containsExactlyInAnyOrder(
                        "createSourceFile p.PersonView p.Person",
                        "createSourceFile p.PersonArray p.Person",
                        "createSourceFile p.Outer_CityView p.Outer.City",
                        "createSourceFile p.Outer_CityArray p.Outer.City",
                        "createSourceFile p.Outer_RoadView p.Outer.Road",
                        "createSourceFile p.Outer_RoadArray p.Outer.Road");
    }

    @Test
    void files_whenAPackageNamesTheStruct_haveThePackageAsTheirOnlyOrigin() {
        List<String> origins = new ArrayList<>();
        Compiled.with(
                List.of(new Watched(origins)),
                "package lib;\npublic record Thing(int id) {}",
                "@dev.ashlar.struct.StructsFor(lib.Thing.class)\npackage p;");
        assertThat(origins)
                .containsExactlyInAnyOrder("createSourceFile p.ThingView p", "createSourceFile p.ThingArray p");
    }

    @Test
    void headers_haveTheStructAsTheirOnlyOrigin() {
        List<String> origins = new ArrayList<>();
        Compiled.withOptions(List.of(new Watched(origins)), List.of("-Aashlar.headers"), HOLDERS);
        assertThat(origins)
                .filteredOn(origin -> origin.startsWith("createResource"))
                .containsExactlyInAnyOrder(
                        "createResource include/p/Holder.h p.Holder", "createResource include/p/Held.h p.Held");
    }

    @Test
    void views_whenStructsAreNested_haveTheirStructAsTheirOnlyOrigin() {
        List<String> origins = new ArrayList<>();
        Compiled.with(List.of(new Watched(origins)), HOLDERS);
        assertThat(origins)
                .containsExactlyInAnyOrder(
                        "createSourceFile p.HolderView p.Holder",
                        "createSourceFile p.HolderArray p.Holder",
                        "createSourceFile p.HeldView p.Held",
                        "createSourceFile p.HeldArray p.Held");
    }

    @Test
    void gradle_isToldThatFilesAreIsolated() throws IOException {
        try (InputStream metadata =
                StructProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(metadata).isNotNull();
            assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines(StructProcessor.class.getName() + ",isolating");
        }
    }

    @Test
    void processor_isFoundAsAService() {
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(StructProcessor.class);
    }

    @Test
    void processor_supportsTheLatestSource() {
        assertThat(new StructProcessor().getSupportedSourceVersion()).isEqualTo(SourceVersion.latestSupported());
    }

    @Test
    void recompilation_whenOldViewsAreOnTheClassPath_isNoCollision() {
        // The old class files carry @Generated; what a user wrote does not.
        String mine = Snippet.inPackage("@dev.ashlar.struct.support.Generated(\"an earlier run\") class PersonView {}");
        Compiled compiled = Compiled.of(mine, Snippet.inPackage("@Struct record Person(int id) {}"));
        assertThat(compiled.errors()).noneMatch(error -> error.startsWith("ClassCollision"));
    }

    /** The processor under a filer that notes every file and its originating elements. */
    private static final class Watched extends AbstractProcessor {
        private final StructProcessor processor = new StructProcessor();
        private final List<String> origins;

        Watched(List<String> origins) {
            this.origins = origins;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Filer filer = (Filer) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        // Resources have a location and a package in front of their name.
                        int name = arguments.length - 2;
                        StringBuilder note = new StringBuilder(method.getName() + " " + arguments[name]);
                        for (Element origin : (Element[]) arguments[name + 1]) {
                            note.append(' ').append(origin);
                        }
                        origins.add(note.toString());
                        return method.invoke(environment.getFiler(), arguments);
                    });
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }
    }
}
