package cn.bishui.monitoring.network.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A site as lists, maps and programs see it. */
record SiteRow(
        String code,
        String kind,
        String name,
        @Nullable String parent,
        @Nullable String parentName,
        @Nullable String waterType,
        String level,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable Integer targetClass,
        @Nullable String sourceKind,
        @Nullable BigDecimal supplyPerDay,
        @Nullable Integer population,
        @Nullable BigDecimal wellDepth,
        @Nullable String aquifer,
        @Nullable String supplier,
        @Nullable String disinfection,
        String bureau,
        String note,
        String state,
        String proposedBy,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {}
