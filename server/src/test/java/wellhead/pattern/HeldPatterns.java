package wellhead.pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The patterns that constants of the program hold, themselves or in what they are made of. */
final class HeldPatterns {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<NamedPattern> found = new ArrayList<>();

  private HeldPatterns() {}

  static List<NamedPattern> all() throws ReflectiveOperationException {
    var held = new HeldPatterns();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("wellhead")) {
      for (JavaField field : type.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && !field.getRawType().isPrimitive()) {
          held.look(
              type.getName().replaceFirst("\\$.*", ""),
              field.getName(),
              value(field.reflect(), null));
        }
      }
    }
    return held.found;
  }

  private void look(String type, String name, @Nullable Object value)
      throws ReflectiveOperationException {
    if (value == null || !seen.add(value)) {
      return;
    }
    switch (value) {
      case Pattern pattern -> found.add(new NamedPattern(type, name, pattern));
      case Collection<?> many -> {
        for (Object one : many) {
          look(type, name, one);
        }
      }
      case Map<?, ?> map -> {
        look(type, name, map.keySet());
        look(type, name, map.values());
      }
      case Object[] many -> look(type, name, List.of(many));
      default -> {
        if (isLookedInto(value.getClass().getName())) {
          for (Class<?> of = value.getClass();
              of != null && isLookedInto(of.getName());
              of = of.getSuperclass()) {
            for (Field field : of.getDeclaredFields()) {
              if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                look(type, name, value(field, value));
              }
            }
          }
        }
      }
    }
  }

  /** The program's own, and the chains of analysis that it declares. */
  private static boolean isLookedInto(String type) {
    return type.startsWith("wellhead.") || type.startsWith("org.apache.lucene.analysis.");
  }

  private static @Nullable Object value(Field field, @Nullable Object of)
      throws ReflectiveOperationException {
    field.setAccessible(true);
    return field.get(of);
  }
}
