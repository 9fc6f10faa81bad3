package cn.bishui.web.audit;

import cn.bishui.web.Person;

/**
 * What an auditor may read in a service's log. A service whose subjects are not for every auditor has a bean of it; without one
 * all may be read. Whether the log is whole is told in any case.
 */
@FunctionalInterface
public interface AuditSight {

    /**
     * Whether somebody may read what was done to a subject; one that may not be read is as if nothing had been done to it.
     *
     * @param subject as {@code permit/91220201MA0Y4X0Q15001P}
     */
    boolean maySee(Person person, String subject);
}
