package wellhead.pattern;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that stand in the program's text where they are used, and the places where one is
 * made of what only the running program knows.
 */
final class WrittenPatterns extends TreePathScanner<@Nullable Void, @Nullable Void> {
  /** Methods of {@link String} whose first argument is a pattern. */
  private static final Set<String> OF_TEXTS =
      Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");

  private final List<NamedPattern> written = new ArrayList<>();
  private final Set<String> made = new TreeSet<>();
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final String file;
  private final String type;

  /**
   * @param written as they stand there
   * @param made by class and method, those that are put together
   */
  record Found(List<NamedPattern> written, Collection<String> made) {}

  private WrittenPatterns(Trees trees, CompilationUnitTree unit) {
    this.trees = trees;
    this.unit = unit;
    file = Path.of(unit.getSourceFile().toUri()).getFileName().toString().replace(".java", "");
    type = unit.getPackageName() + "." + file;
  }

  /** Those of all sources in some folders. */
  static Found in(List<Path> folders) throws IOException {
    var sources = new ArrayList<Path>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new Found(new ArrayList<>(), new TreeSet<>());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        var scanner = new WrittenPatterns(trees, unit);
        scanner.scan(unit, null);
        found.written.addAll(scanner.written);
        found.made.addAll(scanner.made);
      }
    }
    return found;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    if (call.getMethodSelect() instanceof MemberSelectTree method
        && !call.getArguments().isEmpty()) {
      String name = method.getIdentifier().toString();
      boolean compiles =
          (name.equals("compile") || name.equals("matches"))
              && method.getExpression().toString().equals("Pattern");
      if (compiles || OF_TEXTS.contains(name)) {
        take(call, compiles);
      }
    }
    return super.visitMethodInvocation(call, null);
  }

  private void take(MethodInvocationTree call, boolean compiles) {
    if (compiles && isConstantPattern()) {
      return; // held by a field, as it is in the end, with its flags
    }
    String text = constant(call.getArguments().getFirst());
    boolean flagged = compiles && call.getArguments().size() > 1;
    if (text != null && !flagged) {
      String method = ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
      String line = method + " in line " + unit.getLineMap().getLineNumber(position(call));
      written.add(new NamedPattern(type, line, Pattern.compile(text)));
    } else if (compiles || !isOfAnotherKind(call)) {
      made.add(file + ": " + call.getArguments().getFirst());
    }
  }

  /** What is no text's: {@code list.replaceAll(this::one)}, {@code FIELD.split(text)}. */
  private static boolean isOfAnotherKind(MethodInvocationTree call) {
    String argument = call.getArguments().getFirst().toString();
    String on = ((MemberSelectTree) call.getMethodSelect()).getExpression().toString();
    return argument.contains("->")
        || argument.contains("::")
        || on.matches("[A-Z_.]+|.*[mM]atcher.*");
  }

  /** Whether it stands in the beginning of a constant that is a pattern. */
  private boolean isConstantPattern() {
    for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof VariableTree variable) {
        return variable.getType() != null
            && variable.getType().toString().equals("Pattern")
            && variable.getModifiers().getFlags().contains(Modifier.STATIC);
      }
    }
    return false;
  }

  private long position(MethodInvocationTree call) {
    return trees.getSourcePositions().getStartPosition(unit, call);
  }

  private static @Nullable String constant(ExpressionTree expression) {
    return switch (expression) {
      case LiteralTree literal -> literal.getValue() instanceof String text ? text : null;
      case ParenthesizedTree inner -> constant(inner.getExpression());
      case BinaryTree sum -> {
        String left = constant(sum.getLeftOperand());
        String right = constant(sum.getRightOperand());
        yield left == null || right == null ? null : left + right;
      }
      default -> null;
    };
  }
}
