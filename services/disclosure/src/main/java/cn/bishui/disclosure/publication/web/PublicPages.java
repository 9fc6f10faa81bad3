package cn.bishui.disclosure.publication.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The public pages and open data that were made last, as bytes. */
final class PublicPages {

    /** Addresses that are remembered; with the size limit of each at most some 50 MB, in practice a few. */
    private static final int KEPT = 200;

    private final Map<String, Slot> slots = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Slot> eldest) {
            return size() > KEPT;
        }
    };
    private final ReentrantLock finding = new ReentrantLock();

    /** A page as it was made, compressed once for all who take it so; never changes. */
    static final class Made {

        private final String edition;
        private final String contentType;
        private final String etag;
        private final byte[] body;
        private final byte[] zipped;

        /**
         * A page.
         *
         * @param edition what it shows, as text that changes whenever a page could
         */
        Made(String edition, String contentType, byte[] body) {
            this.edition = edition;
            this.contentType = contentType;
            this.etag = etag(body);
            this.body = body.clone();
            this.zipped = zipped(body);
        }

        private static byte[] zipped(byte[] body) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream(body.length / 3 + 64);
            try (GZIPOutputStream zip = new GZIPOutputStream(kept)) {
                zip.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return kept.toByteArray();
        }

        /** Of the content, and weak, so that it may be sent compressed. */
        private static String etag(byte[] body) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
                return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean isOf(String other) {
            return edition.equals(other);
        }

        String contentType() {
            return contentType;
        }

        String etag() {
            return etag;
        }

        int length(boolean zip) {
            return zip ? zipped.length : body.length;
        }

        void writeTo(OutputStream out, boolean zip) throws IOException {
            out.write(zip ? zipped : body);
        }
    }

    /** The place of one address in one language. Its lock is held while the page is made, so that it is made once. */
    static final class Slot {

        final ReentrantLock making = new ReentrantLock();
        volatile @Nullable Made made;

        /** The page if it is of this edition, else null. */
        @Nullable
        Made of(String edition) {
            Made last = made;
            return last != null && last.isOf(edition) ? last : null;
        }
    }

    /** The place for an address. */
    Slot slot(String address) {
        finding.lock();
        try {
            return slots.computeIfAbsent(address, _ -> new Slot());
        } finally {
            finding.unlock();
        }
    }
}
