package dev.ashlar.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.Struct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds records with {@code @Struct} that are declared in methods. Compilers show processors no elements of these, but
 * javac shows its trees. Where there are none, as in ecj, nothing is found; nor where a compilation has no other annotation
 * of Ashlar, and does not run the processor.
 */
public final class LocalStructs {
    private LocalStructs() {}

    /** Finds those in the files of {@code round}. */
    public static List<Finding> find(ProcessingEnvironment environment, RoundEnvironment round, Sites sites) {
        try {
            Trees trees = Trees.instance(environment);
            List<Finding> findings = new ArrayList<>();
            Set<CompilationUnitTree> seen = new HashSet<>();
            for (Element root : round.getRootElements()) {
                TreePath path = trees.getPath(root);
                if (path != null && seen.add(path.getCompilationUnit())) {
                    new Scanner(trees, path.getCompilationUnit(), root, sites, findings)
                            .scan(path.getCompilationUnit(), null);
                }
            }
            return findings;
        } catch (RuntimeException | LinkageError notJavac) {
            // IDEs and build tools put environments of their own between javac and the processor.
            return List.of();
        }
    }

    /** Goes through one file. Methods, initialisers and lambdas have blocks; a type in a block is local. */
    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final CompilationUnitTree file;
        private final Element root;
        private final Sites sites;
        private final List<Finding> findings;
        private boolean isLocal;

        Scanner(Trees trees, CompilationUnitTree file, Element root, Sites sites, List<Finding> findings) {
            this.trees = trees;
            this.file = file;
            this.root = root;
            this.sites = sites;
            this.findings = findings;
        }

        @Override
        public @Nullable Void visitBlock(BlockTree block, @Nullable Void none) {
            return scanLocal(() -> super.visitBlock(block, none));
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
            return scanLocal(() -> super.visitLambdaExpression(lambda, none));
        }

        private @Nullable Void scanLocal(Runnable scan) {
            boolean around = isLocal;
            isLocal = true;
            scan.run();
            isLocal = around;
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            if (isLocal && type.getModifiers().getAnnotations().stream().anyMatch(this::isStruct)) {
                long position = trees.getSourcePositions().getStartPosition(file, type);
                findings.add(Finding.of(
                        sites.add(root),
                        Message.LOCAL_STRUCT,
                        type.getSimpleName(),
                        root,
                        file.getLineMap().getLineNumber(position)));
            }
            return super.visitClass(type, none);
        }

        /** The names in a method are not resolved yet. */
        private boolean isStruct(AnnotationTree annotation) {
            String name = annotation.getAnnotationType().toString();
            return name.equals(Struct.class.getName())
                    || (name.equals(Struct.class.getSimpleName())
                            && file.getImports().stream().anyMatch(LocalStructs::importsStruct));
        }
    }

    private static boolean importsStruct(ImportTree imported) {
        String name = imported.getQualifiedIdentifier().toString();
        return name.equals(Struct.class.getName()) || name.equals(Struct.class.getPackageName() + ".*");
    }
}
