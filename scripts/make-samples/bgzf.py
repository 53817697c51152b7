"""Block gzip, as bgzip writes it."""
import struct
import zlib

END_BLOCK = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")


def block(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    head = struct.pack("<4BI2BH2BHH", 31, 139, 8, 4, 0, 0, 255, 6, 66, 67, 2, len(packed) + 25)
    return head + packed + struct.pack("<II", zlib.crc32(data), len(data))


def compress(data, size=0xFF00, end=True):
    blocks = b"".join(block(data[at:at + size]) for at in range(0, len(data), size))
    return blocks + (END_BLOCK if end else b"")
