package cn.bishui.monitoring.openjudge.web;

import cn.bishui.monitoring.openjudge.Turns;
import cn.bishui.web.Client;
import cn.bishui.web.problem.FailureResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for everybody who has something judged: small bodies, so many in a minute, from pages of any site. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    private static final String OPEN = "/open/v1/judge/";

    /** Before the security filters, which know nothing of other sites. */
    private static final int FIRST = -110;

    private static final int LARGEST_BODY = 64 * 1024;

    @Bean
    FilterRegistrationBean<SmallBodies> smallBodies(FailureResponses responses) {
        FilterRegistrationBean<SmallBodies> registration =
                new FilterRegistrationBean<>(new SmallBodies(LARGEST_BODY, responses));
        registration.addUrlPatterns(OPEN + "*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> judgingForOtherSites() {
        CorsConfiguration anySite = new CorsConfiguration();
        anySite.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anySite.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.POST.name()));
        anySite.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration(OPEN + "**", anySite);
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(paths));
        registration.setOrder(FIRST);
        return registration;
    }

    @Bean
    WebMvcConfigurer countedTurns(Turns turns) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlerInterceptor() {
                            @Override
                            public boolean preHandle(
                                    HttpServletRequest request, HttpServletResponse response, Object handler) {
                                if (request.getMethod().equals(HttpMethod.POST.name())) {
                                    turns.take(Client.of(request.getRemoteAddr()));
                                }
                                return true;
                            }
                        })
                        .addPathPatterns(OPEN + "**", JudgePages.PATH + "/**");
            }
        };
    }
}
