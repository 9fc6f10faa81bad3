package cn.bishui.enforcement.clue;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Evidence: who handled a complaint found on site that the unit did what may break the law. Nothing here is the
 * reporter's.
 *
 * @param complaint id that complaints gave the complaint
 * @param number what people call the complaint
 * @param act what was found, in the handler's words
 * @param foundOn the day on which it was found
 * @param foundAt when it was told
 */
public record ReportedAct(String complaint, String number, String act, LocalDate foundOn, Instant foundAt)
        implements Evidence {}
