package cn.bishui.complaints.street;

import java.util.List;

/** The streets and towns of the district, in the order in which its supervisor keeps them. */
public interface Streets {

    List<String> all();

    /** Keeps these in place of those before. */
    void replace(List<String> names);
}
