package cn.bishui.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for the signed-in person, a row of the desk.
 *
 * @param what what is to be done, in the reader's language
 * @param about whom or what it concerns
 * @param due last day, null where nothing is due
 * @param href the page on which to do it
 * @param action the label of the one action, in the reader's language
 */
public record TodoItem(String what, String about, @Nullable LocalDate due, String href, String action) {

    /**
     * The last row where more waits than is shown.
     *
     * @param count how many are not shown
     * @param href the list of all of them
     */
    public static TodoItem more(long count, String about, String href, Texts texts) {
        return new TodoItem(texts.of("web.todo.more", count), about, null, href, texts.of("web.todo.more.act"));
    }
}
