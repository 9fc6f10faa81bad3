/** What an auditor sees of a service's audit log. */
@NullMarked
package cn.bishui.web.audit;

import org.jspecify.annotations.NullMarked;
