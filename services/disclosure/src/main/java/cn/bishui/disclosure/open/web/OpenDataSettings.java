package cn.bishui.disclosure.open.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Describes open data to programs, and lets pages of other sites read it. */
@Configuration(proxyBeanMethods = false)
class OpenDataSettings {

    /** Before the security filters, which know nothing of other sites. */
    private static final int FIRST = -110;

    private static final String DESCRIPTION = """
            碧水公开数据：排污单位、超标、黄牌红牌、举报统计和审计锚点。无需登录。
            浓度为日均值，单位 mg/L（pH 无量纲，记为 1）；日期为本地日期，时刻为 UTC。字段只增不减；列表每页带 next，为 null 即最后一页。
            错误以 application/problem+json（RFC 9457）返回，errors 指明哪个参数有误。

            Open data of Bishui: units, exceedances, cards, statistics of complaints and audit anchors. No sign-in.
            Concentrations are daily means in mg/L (pH has no unit and bears 1); days are local dates, moments are UTC. Fields are
            only ever added. Lists come in pages: follow next until it is null. Errors are problem details (RFC 9457) whose errors
            name the parameter.
            """;

    @Bean
    OpenAPI openData() {
        return new OpenAPI()
                .info(new Info().title("碧水公开数据 Bishui open data").version("v1").description(DESCRIPTION))
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    FilterRegistrationBean<CorsFilter> openToOtherSites() {
        CorsConfiguration anySite = new CorsConfiguration();
        anySite.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anySite.setAllowedMethods(List.of("GET", "HEAD"));
        anySite.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        anySite.setExposedHeaders(List.of(HttpHeaders.ETAG));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/open/**", anySite);
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(paths));
        registration.setOrder(FIRST);
        return registration;
    }
}
