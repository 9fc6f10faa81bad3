/** What enforcement did about a finding. */
@NullMarked
package cn.bishui.contracts.enforcement;

import org.jspecify.annotations.NullMarked;
