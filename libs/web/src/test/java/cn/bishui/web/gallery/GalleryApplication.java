package cn.bishui.web.gallery;

import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Start it to look at the fragments: {@code /gallery?as=permits.clerk,enforcement.inspector}. A bearer token here is
 * simply the list of roles.
 */
@SpringBootApplication
public class GalleryApplication {

    static final Instant NOW = Instant.parse("2026-11-24T06:05:09Z");

    public static void main(String[] arguments) {
        SpringApplication.run(GalleryApplication.class, arguments);
    }

    @Bean
    TodoSource whatWaits() {
        return (person, texts) -> GalleryController.items();
    }

    @Bean
    TodoSource whatElseWaits() {
        return (person, texts) ->
                List.of(TodoItem.more(12_345, texts.of("gallery.units"), "/permits/units?state=draft", texts));
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    BearerTokenResolver tokenFromHeaderOrAddress() {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return (HttpServletRequest request) -> {
            String as = request.getParameter("as");
            return as == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null ? header.resolve(request) : as;
        };
    }

    @Bean
    JwtDecoder rolesAsToken() {
        return token -> switch (token) {
            case "bad" -> throw new BadJwtException("bad token");
            case "keys-out-of-reach" -> throw new JwtException("no answer");
            default ->
                Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .claim("preferred_username", "env-permit-clerk")
                        .claim("name", "许可经办")
                        .claim("bureau", "ENV")
                        .claim("roles", List.of(token.split(",")))
                        .build();
        };
    }
}
