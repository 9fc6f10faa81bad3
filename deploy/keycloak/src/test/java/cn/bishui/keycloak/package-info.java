/** The realm and the access rules on real servers. */
@NullMarked
package cn.bishui.keycloak;

import org.jspecify.annotations.NullMarked;
