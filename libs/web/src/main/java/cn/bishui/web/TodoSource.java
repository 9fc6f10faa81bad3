package cn.bishui.web;

import java.util.List;

/**
 * What waits for people in one feature. A service's to-do list, {@code /<service>/todo}, holds what all its sources say:
 * a feature adds a component that implements this, and nothing else.
 */
@FunctionalInterface
public interface TodoSource {

    /** So many things are shown of one kind, the most pressing ones; {@link TodoItem#more} stands for the others. */
    int MOST = 100;

    /** What waits for the person, in any order; nothing where the person's roles have nothing to do here. */
    List<TodoItem> of(Person person, Texts texts);
}
