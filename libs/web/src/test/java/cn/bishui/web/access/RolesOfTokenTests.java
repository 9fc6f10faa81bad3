package cn.bishui.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.web.WebProperties;
import cn.bishui.web.WebProperties.Reserved;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

class RolesOfTokenTests {

    private final RolesOfToken roles = new RolesOfToken(new WebProperties(
            ZoneId.of("Asia/Shanghai"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    new Reserved(Bureau.ENV, List.of("permits.clerk", "permits.supervisor")),
                    new Reserved(Bureau.GOV, List.of("permits.supervisor"))),
            null,
            null));

    @Test
    void countARoleThatIsReservedOnlyInItsBureaus() {
        assertThat(of("ENV")).containsExactly("ROLE_permits.clerk", "ROLE_permits.supervisor", "ROLE_permits.reader");
        assertThat(of("GOV")).containsExactly("ROLE_permits.supervisor", "ROLE_permits.reader");
        assertThat(of("WATER")).containsExactly("ROLE_permits.reader");
        assertThat(of(null)).containsExactly("ROLE_permits.reader");
    }

    @Test
    void areNoneWhereTheTokenHasNone() {
        assertThat(roles.convert(Jwt.withTokenValue("t")
                        .header("alg", "none")
                        .subject("x")
                        .build()))
                .isEmpty();
    }

    private List<@Nullable String> of(@Nullable String bureau) {
        Jwt.Builder token = Jwt.withTokenValue("t")
                .header("alg", "none")
                .claim("roles", List.of("permits.clerk", "permits.supervisor", "permits.reader"));
        if (bureau != null) {
            token.claim("bureau", bureau);
        }
        return roles.convert(token.build()).stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
