/* The htslib 1.16 headers Stardose reads variant and alignment files with, and the few things in them that are
   macros or unions, which Swift cannot import. Nothing here keeps state or owns memory. */
#ifndef STARDOSE_CHTSLIB_SHIM_H
#define STARDOSE_CHTSLIB_SHIM_H

#include <string.h>

#include <htslib/bgzf.h>
#include <htslib/cram.h>
#include <htslib/faidx.h>
#include <htslib/hfile.h>
#include <htslib/hts.h>
#include <htslib/hts_log.h>
#include <htslib/kstring.h>
#include <htslib/sam.h>
#include <htslib/tbx.h>
#include <htslib/vcf.h>

/* Opens a file, or standard input for "-", to read; hopen itself takes variable arguments. */
static inline struct hFILE *stardose_open(const char *path) { return hopen(path, "r"); }

/* Unpacks all of a record; 0 on success. */
static inline int stardose_unpack(bcf1_t *record) { return bcf_unpack(record, BCF_UN_ALL); }

/* The block stream under a file opened with hts_hopen, or NULL if it has none. */
static inline BGZF *stardose_block_stream(htsFile *file) {
  return file->is_bgzf ? file->fp.bgzf : 0;
}

/* The BGZF_ERR_* bits raised so far. */
static inline int stardose_stream_errors(const BGZF *stream) { return stream->errcode; }

/* Whether reading reached the end without having seen the empty end block. */
static inline int stardose_end_block_missing(const BGZF *stream) { return stream->no_eof_block; }

/* The virtual offset: compressed block address in the upper 48 bits, offset in it below. */
static inline int64_t stardose_virtual_offset(BGZF *stream) { return bgzf_tell(stream); }

/* The offset in the file under the stream, as far as it was read. */
static inline int64_t stardose_stored_offset(const BGZF *stream) { return htell(stream->fp); }

/* The name of contig number `rid` in the header, or NULL. */
static inline const char *stardose_contig_name(const bcf_hdr_t *header, int32_t rid) {
  if (rid < 0 || rid >= header->n[BCF_DT_CTG]) return 0;
  return header->id[BCF_DT_CTG][rid].key;
}

/* The name of the `index`-th FILTER of an unpacked record, or NULL. */
static inline const char *stardose_filter_name(
    const bcf_hdr_t *header, const bcf1_t *record, int index) {
  if (index < 0 || index >= record->d.n_flt) return 0;
  int id = record->d.flt[index];
  if (id < 0 || id >= header->n[BCF_DT_ID]) return 0;
  return header->id[BCF_DT_ID][id].key;
}

/* The `index`-th allele of an unpacked record, 0 being REF, or NULL. */
static inline const char *stardose_allele(const bcf1_t *record, int index) {
  if (index < 0 || index >= (int)record->n_allele) return 0;
  return record->d.allele[index];
}

/* Unpacks ID, alleles, FILTER and INFO but no samples; 0 on success. */
static inline int stardose_unpack_sites(bcf1_t *record) { return bcf_unpack(record, BCF_UN_SHR); }

/* The number of names in a header's dictionary of tags, or of contigs. */
static inline int stardose_tag_count(const bcf_hdr_t *header) { return header->n[BCF_DT_ID]; }
static inline int stardose_contig_count(const bcf_hdr_t *header) { return header->n[BCF_DT_CTG]; }

/* The name of tag number `id` in the header, or NULL if the number is not used. */
static inline const char *stardose_tag_name(const bcf_hdr_t *header, int id) {
  if (id < 0 || id >= header->n[BCF_DT_ID]) return 0;
  return header->id[BCF_DT_ID][id].key;
}

/* The number of bytes that ID, the alleles and FILTER take in an unpacked record. */
static inline size_t stardose_identifier_size(const bcf1_t *record) {
  return record->unpack_size[0];
}
static inline size_t stardose_sites_size(const bcf1_t *record) {
  return (size_t)record->unpack_size[0] + record->unpack_size[1] + record->unpack_size[2];
}

/* A GNU extension, which the C library declares only where it is asked for. */
extern void *memrchr(const void *start, int byte, size_t count);

/* The last place of a byte among `count`, or NULL. */
static inline const void *stardose_last_byte(const void *start, uint8_t byte, size_t count) {
  return memrchr(start, byte, count);
}

/* The number of tabs in `count` bytes, 16 at a time; Swift's own vectors are twice as slow here. */
static inline size_t stardose_count_tabs(const void *start, size_t count) {
  typedef uint8_t lanes __attribute__((vector_size(16)));
  typedef uint64_t halves __attribute__((vector_size(16)));
  const uint8_t *bytes = (const uint8_t *)start;
  const halves even = {0x00FF00FF00FF00FF, 0x00FF00FF00FF00FF};
  size_t tabs = 0, offset = 0;
  while (count - offset >= 16) {
    /* At most 255 rounds, so that no lane overflows. */
    size_t rounds = (count - offset) / 16;
    if (rounds > 255) rounds = 255;
    lanes counted = {0};
    for (; rounds > 0; rounds--, offset += 16) {
      lanes chunk;
      __builtin_memcpy(&chunk, bytes + offset, 16);
      counted -= (lanes)(chunk == 9);
    }
    halves pairs = ((halves)counted & even) + (((halves)counted >> 8) & even);
    tabs += ((pairs[0] * 0x0001000100010001) >> 48) + ((pairs[1] * 0x0001000100010001) >> 48);
  }
  for (; offset < count; offset++) tabs += bytes[offset] == 9;
  return tabs;
}

/* Whether `count` bytes hold the `length` bytes of `word`: looks for the byte of it at `probe`, which
   should be a rare one, and compares the rest where it stands. */
static inline int stardose_contains(
    const void *start, size_t count, const void *word, size_t length, size_t probe) {
  const uint8_t *bytes = (const uint8_t *)start, *sought = (const uint8_t *)word;
  if (length == 0 || count < length) return length == 0;
  const uint8_t *next = bytes + probe, *end = bytes + (count - length) + probe + 1;
  while (next < end && (next = (const uint8_t *)memchr(next, sought[probe], end - next)))
    if (!memcmp(next++ - probe, sought, length)) return 1;
  return 0;
}

/* The number of samples the header names. */
static inline int stardose_sample_count(const bcf_hdr_t *header) {
  return bcf_hdr_nsamples(header);
}

/* The parts of an alignment: name, CIGAR runs (length << 4 | kind), base qualities. */
static inline const char *stardose_read_name(const bam1_t *read) { return bam_get_qname(read); }
static inline const uint32_t *stardose_read_cigar(const bam1_t *read) { return bam_get_cigar(read); }
static inline const uint8_t *stardose_read_qualities(const bam1_t *read) {
  return bam_get_qual(read);
}

/* Writes the bases of an alignment, packed two in a byte, as letters into `letters`. */
static inline void stardose_read_bases(const bam1_t *read, uint8_t *letters) {
  static const char names[] = "=ACMGRSVTWYHKDBN";
  const uint8_t *packed = bam_get_seq(read);
  int32_t length = read->core.l_qseq;
  for (int32_t offset = 0; offset + 1 < length; offset += 2) {
    letters[offset] = (uint8_t)names[packed[offset >> 1] >> 4];
    letters[offset + 1] = (uint8_t)names[packed[offset >> 1] & 15];
  }
  if (length & 1) letters[length - 1] = (uint8_t)names[packed[length >> 1] >> 4];
}

/* The value of an integer tag such as "NM"; `absent` if the alignment has none by that name. */
static inline int64_t stardose_read_tag(const bam1_t *read, const char *tag, int64_t absent) {
  const uint8_t *value = bam_aux_get(read, tag);
  return value ? bam_aux2i(value) : absent;
}
static inline int stardose_read_has_tag(const bam1_t *read, const char *tag) {
  return bam_aux_get(read, tag) != 0;
}

/* Lets a CRAM be decoded with the bases of a FASTA; 0 on success. */
static inline int stardose_use_reference(htsFile *file, const char *path) {
  return hts_set_fai_filename(file, path);
}

/* Takes a tag off the line of a contig in a CRAM's header, before anything is decoded. What sam_hdr_read gives is
   a copy; the decoder asks the file's own header. */
static inline int stardose_drop_contig_tag(htsFile *file, const char *name, const char *tag) {
  sam_hdr_t *own = file->is_cram ? cram_fd_get_header(file->fp.cram) : 0;
  return own ? sam_hdr_remove_tag_id(own, "SQ", "SN", name, tag) : -1;
}

#endif
