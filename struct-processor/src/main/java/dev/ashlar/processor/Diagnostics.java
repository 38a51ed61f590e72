package dev.ashlar.processor;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.read.Sites;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints findings as errors, warnings and notes of the compiler, each at its element. */
final class Diagnostics {
    private final Messager messager;
    private final Sites sites;
    private boolean haveErrors;

    Diagnostics(Messager messager, Sites sites) {
        this.messager = messager;
        this.sites = sites;
    }

    void print(List<Finding> findings) {
        findings.forEach(this::print);
    }

    /** Returns whether an error was printed. */
    boolean haveErrors() {
        return haveErrors;
    }

    void print(Finding finding) {
        haveErrors |= finding.isError();
        Diagnostic.Kind kind = switch (finding.message().severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
        Sites.Position position = sites.position(finding.site());
        String text = position.subject() == null ? finding.text() : finding.text() + "\nin " + position.subject();
        messager.printMessage(kind, text, position.element(), position.annotation(), position.value());
    }
}
