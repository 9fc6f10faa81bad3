package cn.bishui.complaints.key;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Configuration;

/** Tells the operator in two lines, instead of a trace, why the service does not start. */
@Configuration(proxyBeanMethods = false)
class KeyTrouble {

    /** Found by its name in {@code META-INF/spring.factories}. */
    static final class Analyzer extends AbstractFailureAnalyzer<KeyUnusable> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, KeyUnusable cause) {
            return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
        }
    }
}
