"""Block gzip, as bgzip writes it."""
import struct
import zlib

END_BLOCK = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")
BLOCK_SIZE = 0xFF00


def compress(data, level=6):
    """The data as BGZF blocks, without the end block."""
    blocks = []
    for start in range(0, len(data), BLOCK_SIZE):
        piece = data[start:start + BLOCK_SIZE]
        packer = zlib.compressobj(level, zlib.DEFLATED, -15)
        packed = packer.compress(piece) + packer.flush()
        # Gzip's fixed fields, then the extra field BC with the size of the block less one.
        blocks.append(struct.pack(
            "<4BI2BH2BHH", 31, 139, 8, 4, 0, 0, 255, 6, 66, 67, 2, len(packed) + 25))
        blocks.append(packed)
        blocks.append(struct.pack("<II", zlib.crc32(piece), len(piece)))
    return b"".join(blocks)
