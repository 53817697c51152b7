"""What one process makes at a time: a stretch of every file that follows the genome's records."""
import hashlib

from inputs import bgzf


class Stretch:
    """Lines of one stretch of genome, by the name of the file they go to."""

    def __init__(self, names):
        self.lines = {name: [] for name in names}

    def packed(self):
        """BGZF blocks, the number of lines and the digest of the text, for each file."""
        found = {}
        for name, lines in self.lines.items():
            text = "".join(line + "\n" for line in lines).encode()
            found[name] = bgzf.compress(text), len(lines), hashlib.sha256(text).digest()
        return found


class Output:
    """A file that stretches are written to in order."""

    def __init__(self, path, header):
        self.path, self.records, self.digest = path, 0, hashlib.sha256()
        self.file = open(path, "wb")
        self.file.write(bgzf.compress(header.encode()))

    def append(self, blocks, count, digest):
        self.file.write(blocks)
        self.records += count
        self.digest.update(digest)

    def close(self):
        """Its facts, once it is whole."""
        self.file.write(bgzf.END_BLOCK)
        self.file.close()
        return {"records": self.records, "digest": self.digest.hexdigest()}
