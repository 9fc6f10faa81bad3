package cn.bishui.monitoring.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every account, with its revisions. */
public interface Accounts {

    /** Holds an outlet until the transaction ends, so that nobody else accounts for it. */
    void hold(DischargePoint point);

    /** The latest accounts of a period, by pollutant. */
    Map<String, Account> latest(DischargePoint point, Period period);

    /** The latest accounts of one pollutant for each day of a span that has one, in order. */
    List<Account> days(DischargePoint point, String pollutant, LocalDate first, LocalDate last);

    /** The first day for which there is an account of a pollutant. */
    Optional<LocalDate> firstDay(DischargePoint point, String pollutant);

    /** The pollutants that have an account for a day of a span. */
    List<String> pollutants(DischargePoint point, LocalDate first, LocalDate last);

    /** Adds an account, which is the latest of its period now. */
    void add(Account account);

    /** The devices at an outlet, by MN. */
    List<Integer> devices(DischargePoint point);

    /** The permit of the outlet's newest device. */
    Optional<String> permit(DischargePoint point);
}
