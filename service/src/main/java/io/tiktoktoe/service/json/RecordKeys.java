package io.tiktoktoe.service.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a record class in their order, found once. */
record RecordKeys(List<Key> all) {

  private static final ClassValue<RecordKeys> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected RecordKeys computeValue(Class<?> type) {
          return find(type);
        }
      };

  /** One key: of a component, or of what is derived. */
  record Key(String name, Optional<Method> component, Optional<DerivedKeys.Derivation> derivation) {

    static Key of(DerivedKeys.Derived derived) {
      return new Key(derived.name(), Optional.empty(), Optional.of(derived.value()));
    }
  }

  static RecordKeys of(Class<?> type) {
    return BY_CLASS.get(type);
  }

  /** The value of a component. */
  static @Nullable Object get(Method component, Record record) {
    try {
      return component.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "%s cannot be read (%s). Make its record public, or open its package."
              .formatted(component, e.getMessage()),
          e);
    }
  }

  private static RecordKeys find(Class<?> type) {
    List<Key> keys = new ArrayList<>();
    DerivedKeys derived = DerivedKeys.of(type);
    derived.before().forEach(one -> keys.add(Key.of(one)));
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      keys.add(new Key(snakeCase(component.getName()), Optional.of(accessor), Optional.empty()));
    }
    derived.after().forEach(one -> keys.add(Key.of(one)));
    return new RecordKeys(keys);
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
