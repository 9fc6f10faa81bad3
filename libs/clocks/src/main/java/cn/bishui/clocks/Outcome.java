package cn.bishui.clocks;

import java.time.Duration;
import java.time.Instant;

/**
 * How a clock ended.
 *
 * @param at when what it waited for was done
 * @param late by how much it was late, in whole minutes; zero if it was in time
 * @param daysLate how many days after the last day it was done; zero if it was in time or late within the day
 */
public record Outcome(Instant at, Duration late, long daysLate) {

    /** Whether it was done in time. */
    public boolean isInTime() {
        return late.isZero();
    }
}
