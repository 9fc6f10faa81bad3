package cn.bishui.web.form;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.StaleVersion;
import org.springframework.validation.Errors;

/** Does what a form asks for, and where that cannot be done says so at the form's own fields. */
public final class Attempt {

    private Attempt() {}

    /**
     * Does it.
     *
     * <pre>{@code
     * return Attempt.succeeds(errors, () -> registerUnit.register(form.read(), actor)) ? "redirect:/permits/units" : "unit/new";
     * }</pre>
     *
     * @param errors where faults of the input, broken rules and a stale version are noted; what is missing or forbidden
     *     is thrown on
     * @return whether it was done
     */
    public static boolean succeeds(Errors errors, Runnable work) {
        try {
            work.run();
            return true;
        } catch (InvalidInput e) {
            e.faults().forEach(fault -> note(errors, fault.field(), fault.broken()));
        } catch (RuleBroken e) {
            if (e.kind() == RuleBroken.Kind.MISSING || e.kind() == RuleBroken.Kind.FORBIDDEN) {
                throw e;
            }
            note(errors, "", e);
        } catch (StaleVersion _) {
            // what was typed stays in the form, so that it can be carried over to the newest state
            errors.reject("web.failure.stale.detail");
        }
        return false;
    }

    private static void note(Errors errors, String field, RuleBroken broken) {
        String code = "rule." + broken.code();
        Object[] arguments = broken.arguments().toArray();
        if (field.isEmpty()) {
            errors.reject(code, arguments, broken.code());
        } else {
            errors.rejectValue(field, code, arguments, broken.code());
        }
    }
}
