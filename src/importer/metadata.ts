/** A value of a page's metadata and where it stood, e.g. "json-ld" or "og:title". */
export type Stated = { value: string; from: string }

/** `url`: absolute, of http or https; null where the page states no such address. */
export type StatedImage = { url: string | null; caption: string | null; credit: string | null }

/** What a page says of itself beside its text. Of each field what it states, the most trusted first; empty where nothing. */
export type Metadata = {
  headlines: Stated[]
  authors: Stated[]
  published: Stated[]
  updated: Stated[]
  publishers: Stated[]
  sections: Stated[]
  urls: Stated[]
  languages: Stated[]
  images: StatedImage[]
}

export const NO_METADATA: Metadata = {
  ...{ headlines: [], authors: [], published: [], updated: [], publishers: [], sections: [] },
  ...{ urls: [], languages: [], images: [] },
}
