package org.supertransfer.simulation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database of a simulation: it keeps the directory, takes every step, and refuses none. The memory of the calls
 * decides, not the rows, so nothing is missed but the rows themselves.
 */
final class MemoryRows {
    private static final Set<String> KEPT =
            Set.of("AgentRecord", "AgentStateRecord", "InboundNumberRecord", "UserRecord", "NodeRecord");

    private final Map<Class<?>, Map<Object, Object>> rows = new LinkedHashMap<>();
    private long taken;

    /** How many rows were written. */
    long taken() {
        return taken;
    }

    EntityManager manager() {
        return proxy(EntityManager.class, (name, arguments) -> switch (name) {
            case "find" -> of((Class<?>) arguments[0]).get(arguments[1]);
            case "persist" -> keep(arguments[0]);
            case "createQuery" -> query(arguments.length > 1 ? (Class<?>) arguments[1] : null);
            case "flush" -> null;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Map<Object, Object> of(Class<?> type) {
        return rows.computeIfAbsent(type, unknown -> new LinkedHashMap<>());
    }

    private @Nullable Object keep(Object row) {
        taken++;
        if (KEPT.contains(row.getClass().getSimpleName())) {
            of(row.getClass()).put(key(row), row);
        }
        return null;
    }

    private static Object key(Object row) {
        for (Field field : row.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Id.class)) {
                try {
                    field.setAccessible(true);
                    return field.get(row);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalArgumentException(row.getClass() + " has no key");
    }

    private Query query(@Nullable Class<?> type) {
        List<Object> found = type == null ? List.of() : new ArrayList<>(of(type).values());
        Query[] self = new Query[1];
        self[0] = proxy(TypedQuery.class, (name, arguments) -> switch (name) {
            case "executeUpdate" -> {
                taken++;
                yield 1;
            }
            case "getResultList" -> found;
            case "getResultStream" -> found.stream();
            default -> self[0];
        });
        return self[0];
    }

    private interface Body {
        @Nullable
        Object run(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Body body) {
        Object made = Proxy.newProxyInstance(
                MemoryRows.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? ofObject(self, method.getName(), arguments)
                        : body.run(method.getName(), arguments == null ? new Object[0] : arguments));
        return type.cast(made);
    }

    static Object ofObject(Object self, String method, Object @Nullable [] arguments) {
        return switch (method) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && arguments[0] == self;
            default -> "simulated";
        };
    }
}
