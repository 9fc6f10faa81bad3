/** The heads of the services' audit chains. */
@NullMarked
package cn.bishui.contracts.audit;

import org.jspecify.annotations.NullMarked;
