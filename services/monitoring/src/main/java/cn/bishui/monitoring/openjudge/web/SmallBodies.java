package cn.bishui.monitoring.openjudge.web;

import cn.bishui.web.problem.FailureResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than a sample can fill; a longer one is refused with 413, whatever length was announced. */
final class SmallBodies extends OncePerRequestFilter {

    private final int largest;
    private final FailureResponses responses;

    /**
     * Refuses longer bodies.
     *
     * @param largest in bytes
     */
    SmallBodies(int largest, FailureResponses responses) {
        this.largest = largest;
        this.responses = responses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            responses.answer(request, response, HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() {
                        return new Kept(body);
                    }
                },
                response);
    }

    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream body;

        Kept(byte[] body) {
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return body.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Nothing is read later");
        }
    }
}
