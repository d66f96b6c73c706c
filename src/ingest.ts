import type { ParsedArticle } from './domain/article.ts'
import type { Capture } from './domain/capture.ts'
import { KhabarError } from './domain/error.ts'
import { articleId } from './domain/identity.ts'
import type { Ingest, Prepared } from './domain/ingest.ts'
import type { Lexicon } from './domain/lexicon.ts'
import type { ArticleStore, Draft, SaveResult, Tagger } from './domain/store.ts'
import { hashOf, keysOf } from './importer/identity.ts'
import { readCapture } from './importer/pipeline.ts'
import type { ArchiveEntry, ArchiveOptions } from './importer/readers/archive/read-archive.ts'
import { type Gazetteer, loadGazetteer } from './tagging/gazetteer.ts'
import type { GazetteerFile } from './tagging/gazetteer-file.ts'
import { createLexicon } from './tagging/lexicon.ts'
import { stampOf } from './tagging/stamp.ts'
import { tagArticle } from './tagging/tag-article.ts'

export type Reader = {
  gazetteer: Gazetteer
  lexicon: Lexicon
  /** The stamp of the gazetteer and of the tagger's rules. */
  tagger: string
  /** Gives the memory of the gazetteer back; the next that asks for it loads it again. */
  unload(): void
  now: () => Date
  /** Bytes of the largest capture that is read. */
  captureLimit: number
}

/**
 * What reads and tags captures. The files are only looked into once the first capture comes, or whoever asks for the
 * gazetteer: most starts of Khabar read no capture, and a gazetteer takes half a second and 40 MB.
 */
export function createReader(
  files: readonly GazetteerFile[],
  { now, captureLimit }: Pick<Reader, 'now' | 'captureLimit'>,
): Reader {
  let loaded: Pick<Reader, 'gazetteer' | 'lexicon'> | null = null
  const load = () => {
    if (loaded !== null) return loaded
    const gazetteer = loadGazetteer(files)
    loaded = { gazetteer, lexicon: createLexicon(gazetteer) }
    return loaded
  }
  return {
    get gazetteer() {
      return load().gazetteer
    },
    get lexicon() {
      return load().lexicon
    },
    tagger: stampOf(files),
    unload() {
      loaded = null
    },
    now,
    captureLimit,
  }
}

/**
 * Capture → article → tags: a draft that the archive can keep.
 * @throws KhabarError 'no_article' or 'too_large'
 */
export function draftOf(capture: Capture, reader: Reader): Draft {
  const { captureLimit, tagger, now } = reader
  if (capture.bytes.length > captureLimit) {
    throw new KhabarError(
      'too_large',
      `The capture has ${capture.bytes.length} bytes; at most ${captureLimit} are read.`,
    )
  }
  const { article, ledger } = readCapture(capture, { lexicon: reader.lexicon, now: now() })
  return { article, ledger, bytes: capture.bytes, ...tagArticle(article, reader.gazetteer), tagger, ...keysOf(article) }
}

/** How stored articles are tagged anew. */
export function taggerOf(reader: Reader): Tagger {
  return { stamp: reader.tagger, tag: (article) => tagArticle(article, reader.gazetteer) }
}

/** The article of a draft as it would be were it new in the archive. */
export function previewOf(draft: Draft): ParsedArticle {
  const { article, tags, candidates, keys } = draft
  const { related, capture, notes, ...rest } = article
  return {
    id: articleId(article.published, keys),
    ...rest,
    tags,
    candidates,
    related,
    capture,
    notes,
    revision: 1,
    updatedAt: capture.importedAt,
  }
}

/**
 * The way of a capture into the archive. Bytes that the archive has are recognised before they are read again.
 * @param draft reads and tags a capture, here or elsewhere
 */
export function createIngest(
  store: ArticleStore,
  reader: Reader,
  draft: (capture: Capture) => Promise<Draft | KhabarError> = async (capture) => tryDraft(capture, reader),
): Ingest {
  async function prepare(capture: Capture | KhabarError): Promise<Prepared> {
    if (capture instanceof KhabarError) return capture
    return (await store.findCapture(hashOf(capture.bytes))) ?? draft(capture)
  }
  async function keepCaptures(prepared: readonly Prepared[]): Promise<(SaveResult | KhabarError)[]> {
    const drafts = prepared.filter((one) => 'article' in one)
    const saved = (drafts.length === 0 ? [] : await store.saveArticles(drafts, reader.now())).values()
    return prepared.map((one) => ('article' in one ? (saved.next().value as SaveResult) : one))
  }
  return {
    prepareCaptures: (captures) => Promise.all(captures.map(prepare)),
    keepCaptures,
    async importCapture(capture) {
      const [result] = (await keepCaptures([await prepare(capture)])) as [SaveResult | KhabarError]
      if (result instanceof KhabarError) throw result
      return result
    },
    async preview(capture) {
      const result = await draft(capture)
      if (result instanceof KhabarError) throw result
      return previewOf(result)
    },
  }
}

/** As `draftOf`, with the refusal as an answer: one capture never stops the others, not even by a fault of the importer. */
export function tryDraft(capture: Capture, reader: Reader): Draft | KhabarError {
  try {
    return draftOf(capture, reader)
  } catch (error) {
    if (error instanceof KhabarError) return error
    return new KhabarError('internal', `The importer failed on ${capture.name ?? 'a capture'}; please report it.`, {
      cause: error,
    })
  }
}

/** As the importer's; loaded when there is an archive to read, as its library takes a tenth of a second. */
export async function* readArchive(
  chunks: AsyncIterable<Uint8Array>,
  options: ArchiveOptions,
): AsyncGenerator<ArchiveEntry> {
  const reader = await import('./importer/readers/archive/read-archive.ts')
  yield* reader.readArchive(chunks, options)
}
