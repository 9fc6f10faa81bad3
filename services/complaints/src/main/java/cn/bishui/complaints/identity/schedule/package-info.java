/** What happens to identities without anybody's doing. */
@NullMarked
package cn.bishui.complaints.identity.schedule;

import org.jspecify.annotations.NullMarked;
