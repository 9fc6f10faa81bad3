package cn.bishui.complaints.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Encrypts anew, under the current key, what is kept under older ones. */
@Service
public class RotateIdentities {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RotateSome rotateSome;

    RotateIdentities(RotateSome rotateSome) {
        this.rotateSome = rotateSome;
    }

    /** Rotates all, some hundred a transaction; returns how many there were. What does not open is left as it is. */
    public int rotate() {
        int rotated = 0;
        Optional<RotateSome.Batch> batch = rotateSome.after(BEFORE_ALL);
        while (batch.isPresent()) {
            rotated += batch.get().rotated();
            batch = rotateSome.after(batch.get().last());
        }
        return rotated;
    }
}
