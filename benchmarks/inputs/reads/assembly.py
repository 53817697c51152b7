"""The two assemblies: names and lengths of contigs, and where the knowledge base has its positions."""
from inputs.vcf import CONTIGS

NAMES = list(CONTIGS)
LENGTHS = {
    "GRCh38": CONTIGS,
    "GRCh37": dict(zip(NAMES, [
        249250621, 243199373, 198022430, 191154276, 180915260, 171115067, 159138663, 146364022,
        141213431, 135534747, 135006516, 133851895, 115169878, 107349540, 102531392, 90354753,
        81195210, 78077248, 59128983, 63025520, 48129895, 51304566, 155270560, 59373566, 16569])),
}


class Assembly:
    """An assembly as a file spells it: `chr10`, or `10` and `MT` where names are bare.

    `alternates` has sequences beside the chromosomes: name and length of each.
    """

    def __init__(self, name="GRCh38", is_bare=False, alternates=None):
        self.name, self.is_bare, self.alternates = name, is_bare, alternates or {}
        self.lengths = LENGTHS[name] | self.alternates
        self.order = {contig: index for index, contig in enumerate(self.lengths)}

    def spelled(self, contig):
        if contig in self.alternates:
            return contig
        if not self.is_bare:
            return contig
        return "MT" if contig == "chrM" else contig.removeprefix("chr")

    def place(self, position):
        """The 1-based coordinate of a known position; 0 if this assembly has none."""
        return position.start if self.name == "GRCh38" else position.grch37

    def reference(self, position):
        """The bases this assembly has there."""
        return position.alleles[0 if self.name == "GRCh38" else position.grch37_reference]

    def known(self, position):
        """(start, bases) of each stretch of reference that the knowledge base states about a position."""
        place = self.place(position)
        if position.context:
            start, bases = position.context
            yield start - position.start + place, bases
        yield place, self.reference(position)
