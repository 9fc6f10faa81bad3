package cn.bishui.web.access;

import cn.bishui.web.WebProperties;
import java.util.Collection;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** The roles that a token gives, without those that this service reserves for people of other bureaus. */
final class RolesOfToken implements Converter<Jwt, Collection<GrantedAuthority>> {

    private final WebProperties properties;

    RolesOfToken(WebProperties properties) {
        this.properties = properties;
    }

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        String bureau = token.getClaimAsString("bureau");
        return roles == null
                ? List.of()
                : roles.stream()
                        .filter(role -> properties.counts(role, bureau))
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList();
    }
}
