/**
 * What a search asks for, as a tree. Words are as the user wrote them: how they are folded and stemmed is the archive's
 * business. A word that folds to several ("U.S.") is a phrase of them.
 */
export type SearchNode =
  | { type: 'word'; text: string }
  | { type: 'phrase'; text: string }
  | { type: 'and' | 'or'; nodes: SearchNode[] }
  /** Only below an `and` that asks for something else, too. */
  | { type: 'not'; node: SearchNode }

/** Words and phrases in one search. */
export const MAX_SEARCH_TERMS = 32
/** UTF-16 units of one search. */
export const MAX_SEARCH_LENGTH = 500
