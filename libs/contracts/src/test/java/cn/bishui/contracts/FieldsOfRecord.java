package cn.bishui.contracts;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reflection knows of a record's fields. */
final class FieldsOfRecord {

    private FieldsOfRecord() {}

    /** Whether an event may lack the field. */
    static boolean mayBeAbsent(RecordComponent field) {
        AnnotatedElement type = field.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    static boolean isList(RecordComponent field) {
        return field.getType() == List.class;
    }

    /** The type of a list's elements, of any other field the type itself. */
    static Class<?> elementType(RecordComponent field) {
        Type type = field.getGenericType();
        return isList(field) && type instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }
}
