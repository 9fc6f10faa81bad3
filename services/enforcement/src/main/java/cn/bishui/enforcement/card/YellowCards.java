package cn.bishui.enforcement.card;

import java.util.Optional;
import java.util.UUID;

/** The yellow cards on file. */
public interface YellowCards {

    Optional<YellowCard> find(UUID clue);

    /** Finds a card and keeps it from changing until the transaction ends. */
    Optional<YellowCard> lock(UUID clue);

    /** Adds a new card. */
    void add(YellowCard.Proposed card);

    /** Keeps a changed card, whose version is one higher than that on file. */
    void save(YellowCard card);
}
