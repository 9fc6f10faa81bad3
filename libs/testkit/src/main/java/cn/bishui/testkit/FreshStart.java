package cn.bishui.testkit;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Begins each test with the real time and with nothing heard. */
final class FreshStart implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (isOurs(test)) {
            test.getApplicationContext().getBean(FactProbe.class).forget();
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (isOurs(test)) {
            BishuiContextCustomizer.reset(test.getApplicationContext());
        }
    }

    private static boolean isOurs(TestContext test) {
        return AnnotatedElementUtils.hasAnnotation(test.getTestClass(), BishuiIT.class);
    }
}
