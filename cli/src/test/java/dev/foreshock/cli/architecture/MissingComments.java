package dev.foreshock.cli.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Lists public and protected declarations without a comment, and components of public records without a {@code @param}.
 *
 * <p>The compiler's own check of this kind also asks for {@code @param} and {@code @return} of methods, where a sentence says it
 * all, and on JDK 17 does not look at components. Exempt are overriding methods and compact constructors.
 */
final class MissingComments extends TreePathScanner<Void, Void> {

    private static final Set<Tree.Kind> PUBLIC_MEMBERS = EnumSet.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final DocTrees comments;
    private final List<String> missing = new ArrayList<>();

    private MissingComments(DocTrees comments) {
        this.comments = comments;
    }

    static List<String> in(JavacTask task) throws IOException {
        MissingComments scanner = new MissingComments(DocTrees.instance(task));
        for (CompilationUnitTree file : task.parse()) {
            scanner.scan(file, null);
        }
        return scanner.missing;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        if (!isPublished(type.getModifiers())) {
            return null; // nor is anything inside
        }
        requireComment(type.getSimpleName().toString());
        return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        ClassTree owner = owner();
        boolean isConstructor = method.getReturnType() == null;
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (isPublished(method.getModifiers())
                && !overrides
                && !(isConstructor && owner.getKind() == Tree.Kind.RECORD)) {
            requireComment(isConstructor ? "new" : method.getName().toString());
        }
        return null; // what a method declares inside is its own affair
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
        ClassTree owner = owner();
        Set<Modifier> flags = field.getModifiers().getFlags();
        if (owner.getKind() == Tree.Kind.RECORD && !flags.contains(Modifier.STATIC)) {
            requireParam(owner, field.getName().toString());
        } else if (isPublished(field.getModifiers())) {
            requireComment(field.getName().toString());
        }
        return null;
    }

    private boolean isPublished(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean isMember = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (isMember && !flags.contains(Modifier.PRIVATE) && PUBLIC_MEMBERS.contains(owner().getKind()));
    }

    private ClassTree owner() {
        return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    private void requireComment(String name) {
        if (comments.getDocCommentTree(getCurrentPath()) == null) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            String prefix = parent instanceof ClassTree outer ? outer.getSimpleName() + "." : "";
            report(prefix + name);
        }
    }

    private void requireParam(ClassTree owner, String component) {
        TreePath path = getCurrentPath().getParentPath();
        DocCommentTree comment = comments.getDocCommentTree(path);
        boolean told = comment != null
                && comment.getBlockTags().stream()
                        .anyMatch(tag -> tag instanceof ParamTree param
                                && !param.isTypeParameter()
                                && param.getName().getName().contentEquals(component));
        if (!told) {
            report(owner.getSimpleName() + "(" + component + ")");
        }
    }

    private void report(String what) {
        CompilationUnitTree file = getCurrentPath().getCompilationUnit();
        long start = comments.getSourcePositions()
                .getStartPosition(file, getCurrentPath().getLeaf());
        missing.add(file.getSourceFile().getName() + ":" + file.getLineMap().getLineNumber(start) + " " + what);
    }
}
