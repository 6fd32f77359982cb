package bienban.security.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;

/** A block of addresses in CIDR notation; one address alone is a block of its own. */
public final class Network {
    private final byte[] base;
    private final int bits;

    private Network(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /**
     * The block that a text names.
     *
     * @throws IllegalArgumentException when the text is no such block; names are never looked up
     */
    public static Network of(String text) {
        var parts = text.trim().split("/", 2);
        var base = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (base == null || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
            throw new IllegalArgumentException(text);
        }
        var bits = parts.length == 2 ? Integer.parseInt(parts[1]) : base.length * 8;
        if (bits > base.length * 8) {
            throw new IllegalArgumentException(text);
        }
        return new Network(base, bits);
    }

    public boolean holds(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && bytes.length == base.length && Arrays.equals(masked(bytes, bits), masked(base, bits));
    }

    /** How much of an address is given; the fewer bits, the wider the block. */
    public int bits() {
        return bits;
    }

    public boolean isIpv4() {
        return base.length == 4;
    }

    /** The address with all but its first bits cleared. */
    static byte[] masked(byte[] address, int bits) {
        var masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            var kept = Math.max(0, Math.min(8, bits - i * 8));
            masked[i] = (byte) (address[i] & (0xff << (8 - kept)));
        }
        return masked;
    }

    @Override
    public String toString() {
        return NetUtil.bytesToIpAddress(base) + "/" + bits;
    }
}
