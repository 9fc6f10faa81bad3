/** What identity and messaging need before the services start: realm, bureaus, posts, clients, topics, access rules. */
@NullMarked
package cn.bishui.keycloak;

import org.jspecify.annotations.NullMarked;
