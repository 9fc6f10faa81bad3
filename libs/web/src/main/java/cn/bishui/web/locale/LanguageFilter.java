package cn.bishui.web.locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers in a cookie the language that an address asks for. */
final class LanguageFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale asked = LanguageResolver.asked(request);
        if (asked != null) {
            LanguageResolver.remember(request, response, asked);
        }
        chain.doFilter(request, response);
    }
}
