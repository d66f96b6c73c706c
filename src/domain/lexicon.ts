/** What the importer asks of the gazetteer. Names are given folded, words joined by single spaces. */
export type Lexicon = {
  /** The IANA zone of a city, by name; null where the city or its zone is not known. */
  timeZoneOf(name: string): string | null
  /** Whether the name is a country's or a place's. */
  isPlace(name: string): boolean
}
