package org.carbonmarket.events.envelope;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The components of a record that must not be null, read without reflection's price. */
final class RequiredComponents {

    private static final ClassValue<List<Component>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<Component> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .filter(component -> !component.getType().isPrimitive())
                            .filter(component -> !EventCodec.isOptional(component))
                            .map(RequiredComponents::component)
                            .toList();
                }
            };

    private RequiredComponents() {}

    static List<Component> of(Class<?> event) {
        return COMPONENTS.get(event);
    }

    record Component(String name, MethodHandle accessor) {
        boolean isMissingIn(Object event) {
            try {
                return (Object) accessor.invokeExact(event) == null;
            } catch (RuntimeException | Error unchecked) {
                throw unchecked;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static Component component(RecordComponent component) {
        try {
            MethodHandle accessor =
                    MethodHandles.publicLookup()
                            .unreflect(component.getAccessor())
                            .asType(MethodType.methodType(Object.class, Object.class));
            return new Component(component.getName(), accessor);
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
